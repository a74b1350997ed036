using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Workbook.Sessions.Cells;

namespace Workbook.Sessions.Child;

/// <summary>Has every loop of a cell ask, each time round, whether the cell was interrupted; lines stay what they were.</summary>
/// <remarks>The runtime's abort can end the process when it strikes an iterator, so that it is the last resort only.</remarks>
internal sealed class LoopChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check = SyntaxFactory.ParseStatement(
        $"global::{typeof(CellInterrupt).FullName}.{nameof(CellInterrupt.Check)}(); ");

    /// <summary>The compilation with checks in its last tree, the cell; itself where there is no loop.</summary>
    public static Compilation Insert(Compilation compilation, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees.Last();
        var root = tree.GetRoot(cancellation);
        var checkedRoot = new LoopChecks().Visit(root);
        return ReferenceEquals(root, checkedRoot)
            ? compilation
            : compilation.ReplaceSyntaxTree(
                tree, CSharpSyntaxTree.Create((CSharpSyntaxNode)checkedRoot, (CSharpParseOptions)tree.Options, tree.FilePath, Encoding.UTF8));
    }

    [return: NotNullIfNotNull(nameof(node))]
    public override SyntaxNode? Visit(SyntaxNode? node) => base.Visit(node) switch
    {
        WhileStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        DoStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        CommonForEachStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        var other => other,
    };

    private static BlockSyntax Checked(StatementSyntax body) => SyntaxFactory.Block(Check, body);
}
