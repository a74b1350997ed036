using System.Buffers.Binary;
using System.Text;

namespace TorchNative;

/// <summary>The parts of a 64-bit little-endian ELF library that say which symbol versions it asks for and which it has.</summary>
/// <remarks>System V ABI, chapter 4 (sections, symbol table), and the Linux Standard Base, "Symbol Versioning".</remarks>
public sealed class ElfFile
{
    private const int Weak = 2;
    private const int SymbolSize = 24;
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Start, int Size)> _sections;

    /// <summary>Reads the section table.</summary>
    /// <param name="bytes">The whole file; edits are made in it.</param>
    /// <exception cref="InvalidDataException">It is no 64-bit little-endian ELF file, or is cut off.</exception>
    public ElfFile(byte[] bytes)
    {
        _bytes = bytes;
        if (!IsElf(bytes))
            throw new InvalidDataException("This is no 64-bit little-endian ELF library.");
        _sections = Guarded(ReadSections);
        Needed = Guarded(() => ReadNeeded().ToList());
    }

    /// <summary>The versions that the file asks of other libraries, in its own order.</summary>
    public IReadOnlyList<ElfVersion> Needed { get; }

    /// <summary>The names of the versions that the file itself gives to others.</summary>
    public IReadOnlyList<string> Defined => Guarded(() => ReadDefined().ToList());

    /// <summary>Lets the linker go on where the version is absent, and takes the version off the symbols that had it.</summary>
    /// <param name="version">One of <see cref="Needed"/>.</param>
    /// <param name="replacements">For each symbol of that version, the name of one that stands in for it, no longer than its own.</param>
    /// <exception cref="InvalidDataException">A symbol of that version has no replacement, or one that is too long.</exception>
    public void MakeOptional(ElfVersion version, IReadOnlyDictionary<string, string> replacements)
    {
        var (versions, strings) = (Section(".gnu.version"), Section(".dynstr"));
        var (symbols, size) = _sections[".dynsym"];
        var edits = new List<(int VersionAt, int NameAt, string Name)>();
        for (var i = 0; i < size / SymbolSize; i++)
        {
            if (UInt16(versions + 2 * i) != version.Index)
                continue;
            var nameAt = strings + Int32(symbols + SymbolSize * i);
            var name = Text(nameAt);
            if (!replacements.TryGetValue(name, out var other) || other.Length > name.Length)
                throw new InvalidDataException($"Nothing stands in for the symbol {name} of {version.Name}.");
            edits.Add((versions + 2 * i, nameAt, other));
        }

        Write16(version.FlagsAt, UInt16(version.FlagsAt) | Weak);
        foreach (var (versionAt, nameAt, name) in edits)
        {
            Write16(versionAt, 1); // Unversioned: any library's will do.
            Encoding.ASCII.GetBytes(name + "\0").CopyTo(_bytes, nameAt);
        }
    }

    /// <summary>Whether a file's first bytes are those of a 64-bit little-endian ELF file.</summary>
    public static bool IsElf(ReadOnlySpan<byte> bytes) => bytes.Length > 64 && bytes.StartsWith("\u007fELF\u0002\u0001"u8);

    private Dictionary<string, (int Start, int Size)> ReadSections()
    {
        var (table, size, count, names) = (Offset(40), UInt16(58), UInt16(60), UInt16(62));
        int At(int section, int field) => checked(table + size * section + field);
        var nameTable = Offset(At(names, 24));
        var sections = new Dictionary<string, (int, int)>();
        for (var i = 0; i < count; i++)
            sections.TryAdd(Text(nameTable + Int32(At(i, 0))), (Offset(At(i, 24)), Offset(At(i, 32))));
        return sections;
    }

    private IEnumerable<ElfVersion> ReadNeeded()
    {
        if (!_sections.ContainsKey(".gnu.version_r"))
            yield break;
        var strings = Section(".dynstr");
        for (var need = Section(".gnu.version_r"); ; need += Int32(need + 12))
        {
            var library = Text(strings + Int32(need + 4));
            var entry = need + Int32(need + 8);
            for (var i = 0; i < UInt16(need + 2); i++, entry += Int32(entry + 12))
                yield return new(library, Text(strings + Int32(entry + 8)), UInt16(entry + 6), (UInt16(entry + 4) & Weak) != 0, entry + 4);
            if (Int32(need + 12) <= 0)
                yield break;
        }
    }

    private IEnumerable<string> ReadDefined()
    {
        if (!_sections.ContainsKey(".gnu.version_d"))
            yield break;
        var strings = Section(".dynstr");
        for (var definition = Section(".gnu.version_d"); ; definition += Int32(definition + 16))
        {
            yield return Text(strings + Int32(definition + Int32(definition + 12)));
            if (Int32(definition + 16) <= 0)
                yield break;
        }
    }

    private int Section(string name) =>
        _sections.TryGetValue(name, out var section) ? section.Start : throw new InvalidDataException($"The library has no section {name}.");

    private string Text(int at) => Encoding.ASCII.GetString(_bytes.AsSpan(at)[.._bytes.AsSpan(at).IndexOf((byte)0)]);

    private int UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private int Int32(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));

    private int Offset(int at) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(at)));

    private void Write16(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(at), (ushort)value);

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The library's tables lead outside the file: it is cut off or damaged.", exception);
        }
    }
}

/// <summary>A version of another library's symbols that an ELF file asks for, such as GLIBCXX_3.4.32 of libstdc++.so.6.</summary>
/// <param name="Library">The other library's name, as the dynamic linker looks for it.</param>
/// <param name="Name">The version.</param>
/// <param name="Index">What the file's symbols call it.</param>
/// <param name="IsOptional">Whether the linker goes on without it (the flag VER_FLG_WEAK).</param>
/// <param name="FlagsAt">Where in the file its flags stand.</param>
public sealed record ElfVersion(string Library, string Name, int Index, bool IsOptional, int FlagsAt);
