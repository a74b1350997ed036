using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order in which they were added.</summary>
/// <typeparam name="T">The type of the modules.</typeparam>
public class ModuleDict<T> : Module, IDictionary<string, T>, IList<(string, T)> where T : Module
{
    private readonly OrderedDictionary<string, T> _items = [];

    /// <summary>Makes an empty dictionary.</summary>
    public ModuleDict() : base(nameof(ModuleDict))
    {
    }

    /// <inheritdoc cref="ICollection.Count"/>
    public int Count => _items.Count;

    /// <inheritdoc cref="ICollection{T}.IsReadOnly"/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public ICollection<string> Keys => _items.Keys;

    /// <inheritdoc/>
    public ICollection<T> Values => _items.Values;

    /// <inheritdoc/>
    public T this[string key]
    {
        get => _items[key];
        set => Change(() => _items[key] = value);
    }

    /// <inheritdoc/>
    public (string, T) this[int index]
    {
        get => Pair(_items.GetAt(index));
        set => Change(() => _items.SetAt(index, value.Item1, value.Item2));
    }

    /// <inheritdoc/>
    public void Add(string key, T value)
    {
        _items.Add(key, value);
        register_module(key, value);
    }

    /// <inheritdoc/>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public void Insert(int index, (string, T) item) => Change(() => _items.Insert(index, item.Item1, item.Item2));

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        var removed = false;
        Change(() => removed = _items.Remove(key));
        return removed;
    }

    /// <inheritdoc/>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, T> item) => Remove(Pair(item));

    /// <inheritdoc/>
    public void RemoveAt(int index) => Change(() => _items.RemoveAt(index));

    /// <inheritdoc cref="ICollection{T}.Clear"/>
    public void Clear() => Change(_items.Clear);

    /// <summary>Removes all modules.</summary>
    public void clear() => Clear();

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <inheritdoc/>
    public bool Contains((string, T) item) => IndexOf(item) >= 0;

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, T> item) => Contains(Pair(item));

    /// <inheritdoc/>
    public int IndexOf((string, T) item) =>
        _items.TryGetValue(item.Item1, out var found) && ReferenceEquals(found, item.Item2) ? _items.IndexOf(item.Item1) : -1;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    /// <summary>The names.</summary>
    public IEnumerable<string> keys() => _items.Keys;

    /// <summary>The modules.</summary>
    public IEnumerable<T> values() => _items.Values;

    /// <summary>The names and modules.</summary>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <inheritdoc/>
    public void CopyTo((string, T)[] array, int arrayIndex) => _items.Select(Pair).ToArray().CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => ((ICollection<KeyValuePair<string, T>>)_items).CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<(string, T)> GetEnumerator() => _items.Select(Pair).GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static (string, T) Pair(KeyValuePair<string, T> item) => (item.Key, item.Value);

    private void Change(Action change)
    {
        change();
        ClearModules();
        foreach (var (name, module) in _items) register_module(name, module);
    }
}
