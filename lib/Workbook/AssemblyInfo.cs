using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Workbook.Tests")]
[assembly: InternalsVisibleTo("Notebooks.Tests")]
[assembly: InternalsVisibleTo("Interactive.Tests")]
