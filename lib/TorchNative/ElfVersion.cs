namespace TorchNative;

/// <summary>A version of another library's symbols that an ELF file asks for, such as GLIBCXX_3.4.32 of libstdc++.so.6.</summary>
/// <param name="Library">The other library's name, as the dynamic linker looks for it.</param>
/// <param name="Name">The version.</param>
/// <param name="Index">What the file's symbols call it.</param>
/// <param name="IsOptional">Whether the linker goes on without it (the flag VER_FLG_WEAK).</param>
/// <param name="FlagsAt">Where in the file its flags stand.</param>
public sealed record ElfVersion(string Library, string Name, int Index, bool IsOptional, int FlagsAt);
