using System.Collections;
using System.Globalization;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>A list of parameters, registered by their numbers.</summary>
public class ParameterList : Module, IList<Parameter>
{
    private readonly List<Parameter> _items = [];

    /// <summary>Makes a list.</summary>
    /// <param name="parameters">The parameters in order.</param>
    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => append(parameters);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public Parameter this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            ConditionallyRegisterParameter(Name(index), value);
        }
    }

    /// <inheritdoc/>
    public void Add(Parameter item)
    {
        register_parameter(Name(_items.Count), item);
        _items.Add(item);
    }

    /// <summary>Adds parameters at the end.</summary>
    /// <param name="parameters">The parameters.</param>
    public void append(params Parameter[] parameters)
    {
        foreach (var parameter in parameters) Add(parameter);
    }

    /// <inheritdoc/>
    public void Insert(int index, Parameter item) => Change(() => _items.Insert(index, item));

    /// <inheritdoc/>
    public bool Remove(Parameter item)
    {
        var index = IndexOf(item);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    /// <inheritdoc/>
    public void RemoveAt(int index) => Change(() => _items.RemoveAt(index));

    /// <inheritdoc/>
    public void Clear() => Change(_items.Clear);

    /// <inheritdoc/>
    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    /// <inheritdoc/>
    public int IndexOf(Parameter item) => _items.FindIndex(p => ReferenceEquals(p, item)); // tensors compare by value

    /// <inheritdoc/>
    public void CopyTo(Parameter[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    private void Change(Action change)
    {
        for (var i = 0; i < _items.Count; i++) ConditionallyRegisterParameter(Name(i), (Parameter?)null);
        change();
        for (var i = 0; i < _items.Count; i++) register_parameter(Name(i), _items[i]);
    }
}
