using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Diffusion.Storage;

/// <summary>
/// Reads the pickle of a PyTorch state dict. A pickle is a program for a stack machine that may call anything; this one knows
/// only the opcodes of <see cref="PickleOpcode"/> and the names of <see cref="PickleGlobal"/>, and calls nothing: of settings and
/// measures that lie beside the weights it keeps the names of their classes.
/// </summary>
internal sealed class PickleReader(byte[] pickle, string name)
{
    private static readonly object Mark = new();
    private static readonly object NoneKey = new PickledObject("None");
    private readonly List<object?> _stack = [];
    private readonly Dictionary<uint, object?> _memo = [];
    private int _at;
    private int _opcodeAt;

    /// <summary>What the pickle describes: dictionaries, lists, tuples (as arrays), strings, numbers, <see cref="PickledTensor"/>s and
    /// <see cref="PickledObject"/>s.</summary>
    public object? Read()
    {
        while (true)
        {
            _opcodeAt = _at;
            var opcode = (PickleOpcode)Take(1)[0];
            if (opcode == PickleOpcode.Stop)
                return _stack.Count == 1 && _at == pickle.Length ? Pop() : throw Error("it ends with values left over");
            Execute(opcode);
        }
    }

    private void Execute(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Proto: RequireProtocol2(); break;
            case PickleOpcode.Mark: _stack.Add(Mark); break;
            case PickleOpcode.None: _stack.Add(null); break;
            case PickleOpcode.NewTrue: _stack.Add(true); break;
            case PickleOpcode.NewFalse: _stack.Add(false); break;
            case PickleOpcode.BinInt: _stack.Add((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4))); break;
            case PickleOpcode.BinInt1: _stack.Add((long)Take(1)[0]); break;
            case PickleOpcode.BinInt2: _stack.Add((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;
            case PickleOpcode.Long1: Whole(new BigInteger(Take(Take(1)[0]))); break;
            case PickleOpcode.BinFloat: _stack.Add(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;
            case PickleOpcode.BinUnicode: _stack.Add(Text()); break;
            case PickleOpcode.EmptyTuple: _stack.Add(Array.Empty<object?>()); break;
            case PickleOpcode.Tuple1: _stack.Add(PopMany(1)); break;
            case PickleOpcode.Tuple2: _stack.Add(PopMany(2)); break;
            case PickleOpcode.Tuple3: _stack.Add(PopMany(3)); break;
            case PickleOpcode.Tuple: _stack.Add(PopToMark()); break;
            case PickleOpcode.EmptyList: _stack.Add(new List<object?>()); break;
            case PickleOpcode.Append: Append(PopMany(1)); break;
            case PickleOpcode.Appends: Append(PopToMark()); break;
            case PickleOpcode.EmptyDict: _stack.Add(new Dictionary<object, object?>()); break;
            case PickleOpcode.SetItem: SetItems(PopMany(2)); break;
            case PickleOpcode.SetItems: SetItems(PopToMark()); break;
            case PickleOpcode.BinPut: _memo[Take(1)[0]] = Peek(); break;
            case PickleOpcode.LongBinPut: _memo[BinaryPrimitives.ReadUInt32LittleEndian(Take(4))] = Peek(); break;
            case PickleOpcode.BinGet: Recall(Take(1)[0]); break;
            case PickleOpcode.LongBinGet: Recall(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))); break;
            case PickleOpcode.Global: _stack.Add(Global()); break;
            case PickleOpcode.BinPersId: _stack.Add(Storage(Pop())); break;
            case PickleOpcode.Reduce: Reduce(); break;
            case PickleOpcode.NewObj: NewObject(); break;
            case PickleOpcode.Build: Build(); break;
            default: throw Error($"the opcode {PickleNames.Of((byte)opcode)} is not one that a state dict needs, and is refused");
        }
    }

    private void RequireProtocol2()
    {
        var version = Take(1)[0];
        if (version != 2)
            throw Error($"pickle protocol {version} is not the 2 that torch.save writes");
    }

    private PickleGlobal Global()
    {
        var global = new PickleGlobal($"{Line()}.{Line()}");
        if (global.Unread is var (what, remedy))
            throw BadFile.Error(name, $"data.pkl, opcode at byte {_opcodeAt}: it holds {what} ({global.Name}), which is not read", remedy);
        return global.IsAllowed || global.IsBeside ? global
            : throw Error($"the global '{global.Name}' is not one that a state dict needs, and is refused");
    }

    private PickledStorage Storage(object? id)
    {
        if (id is object?[] { Length: 5 } parts && parts[0] is "storage" && parts[1] is PickleGlobal { StorageType: { } dtype }
            && parts[2] is string key && parts[4] is long count and >= 0)
            return new PickledStorage(dtype, key, count);
        throw Error("the reference to a storage is malformed");
    }

    private void Reduce()
    {
        var arguments = Pop() as object?[];
        var function = Pop() as PickleGlobal;
        _stack.Add((function?.Name, arguments) switch
        {
            (PickleGlobal.OrderedDict, { Length: 0 }) => new Dictionary<object, object?>(),
            (PickleGlobal.RebuildTensor, { Length: 6 or 7 }) => Tensor(arguments),
            (PickleGlobal.RebuildParameter, { Length: 3 }) when arguments[0] is PickledTensor tensor => tensor,
            (not null, not null) when function!.IsBeside => new PickledObject(function.Name),
            _ => throw Error($"'{function?.Name ?? "a value"}' is called with arguments that a state dict never has"),
        });
    }

    private void NewObject()
    {
        Pop();
        _stack.Add(Pop() is PickleGlobal { IsBeside: true } made ? new PickledObject(made.Name)
            : throw Error("an object is made of a class that a state dict never has"));
    }

    private PickledTensor Tensor(object?[] arguments)
    {
        if (arguments[0] is PickledStorage storage && arguments[1] is long offset
            && Longs(arguments[2]) is { } shape && Longs(arguments[3]) is { } strides)
        {
            var tensor = new PickledTensor(storage, offset, shape, strides);
            return tensor.FitsStorage() ? tensor
                : throw Error($"a tensor {Elements.Describe(shape)} with strides {Elements.Describe(strides)} at offset {offset} "
                    + $"does not fit its storage of {storage.Count} elements (an expanded tensor needs .contiguous() first)");
        }
        throw Error("the description of a tensor is malformed");
    }

    // An OrderedDict's attributes (PyTorch keeps version numbers of modules there): nothing that a reader of weights needs.
    private void Build()
    {
        Pop();
        if (Peek() is not (Dictionary<object, object?> or PickledObject))
            throw Error("attributes are set on something that is no dictionary");
    }

    private void Append(object?[] values)
    {
        if (Peek() is PickledObject) return;
        if (Peek() is not List<object?> list)
            throw Error("values are appended to something that is no list");
        list.AddRange(values);
    }

    private void SetItems(object?[] pairs)
    {
        if (Peek() is PickledObject) return;
        if (Peek() is not Dictionary<object, object?> dictionary || pairs.Length % 2 != 0)
            throw Error("items are set on something that is no dictionary, or a value is missing");
        for (var i = 0; i < pairs.Length; i += 2)
        {
            var key = pairs[i] ?? NoneKey;
            if (key is List<object?> or Dictionary<object, object?>)
                throw Error("a key of a dictionary is a list or a dictionary, which Python refuses too");
            if (!dictionary.TryAdd(key, pairs[i + 1]))
                throw Error($"the key '{key}' is there twice");
        }
    }

    private void Recall(uint index)
        => _stack.Add(_memo.TryGetValue(index, out var value) ? value : throw Error($"the memo {index} was never set"));

    private static long[]? Longs(object? tuple)
        => tuple is object?[] parts && parts.All(part => part is long) ? [.. parts.Cast<long>()] : null;

    // Sizes have 64 bits at most; what is longer lies beside the weights.
    private void Whole(BigInteger value)
    {
        if (value < long.MinValue || value > long.MaxValue) _stack.Add(value);
        else _stack.Add((long)value);
    }

    private string Text()
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
        return Encoding.UTF8.GetString(Take(length));
    }

    private string Line()
    {
        var length = pickle.AsSpan(_at).IndexOf((byte)'\n');
        if (length < 0)
            throw Error("a name does not end");
        var line = Encoding.ASCII.GetString(Take(length));
        _at++;
        return line;
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > pickle.Length - _at)
            throw Error($"{count} bytes are needed at byte {_at}, but only {pickle.Length - _at} are left");
        var taken = pickle.AsSpan(_at, (int)count);
        _at += (int)count;
        return taken;
    }

    private object? Peek() => _stack.Count > 0 && _stack[^1] != Mark ? _stack[^1] : throw Error("a value is missing on the stack");

    private object? Pop()
    {
        var value = Peek();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private object?[] PopMany(int count)
    {
        var values = new object?[count];
        for (var i = count - 1; i >= 0; i--)
            values[i] = Pop();
        return values;
    }

    private object?[] PopToMark()
    {
        var mark = _stack.LastIndexOf(Mark);
        if (mark < 0)
            throw Error("a mark is missing on the stack");
        object?[] values = [.. _stack.Skip(mark + 1)];
        _stack.RemoveRange(mark, _stack.Count - mark);
        return values;
    }

    private InvalidDataException Error(string problem)
        => BadFile.Error(name, $"data.pkl, opcode at byte {_opcodeAt}: {problem}",
            "Save it again in PyTorch with torch.save(model.state_dict(), path); nothing in the file was executed");
}
