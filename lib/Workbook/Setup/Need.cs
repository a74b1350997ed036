namespace Workbook.Setup;

/// <summary>What a command needs to be ready before it starts.</summary>
[Flags]
internal enum Need
{
    /// <summary>Scripts, styles and fonts of the pages, with <c>artifacts/assets/assets.json</c>.</summary>
    Assets = 1,

    /// <summary>The library published into <c>artifacts/lib</c>.</summary>
    Library = 2,

    /// <summary>Chromium and fonts, for tests and for static pictures.</summary>
    Browser = 4,

    /// <summary>Jupyter itself, for <c>workbook lab</c>.</summary>
    Jupyter = 8,

    /// <summary>Debian's Jupyter clients, for tests.</summary>
    JupyterClients = 16,
}
