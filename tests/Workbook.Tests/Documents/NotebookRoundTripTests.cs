using Workbook.Documents;

namespace Workbook.Tests.Documents;

public class NotebookRoundTripTests
{
    // As Jupyter 7 saved it: every kind of cell and output, foreign metadata, text that must and must not be escaped.
    private const string Saved = """
        {
         "cells": [
          {
           "attachments": {
            "a.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {},
           "source": [
            "# Ünïcode 扩散 🌀\n",
            "\n",
            "![](attachment:a.png)"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "values-1",
           "metadata": {
            "dotnet_interactive": {
             "language": "csharp"
            },
            "tags": [
             "parameters"
            ]
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "a \"quoted\" \\ line\n",
              "tab\there \u001b[31mred\u001b[0m <b>&'+\n"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [
                {
                 "x": [
                  1,
                  2.50
                 ]
                }
               ],
               "layout": {}
              },
              "image/png": "iVBORw0KGgo=",
              "text/html": [
               "<p>\n",
               "hi</p>"
              ],
              "text/plain": [
               "figure"
              ]
             },
             "metadata": {
              "image/png": {
               "width": 20
              }
             },
             "output_type": "display_data"
            },
            {
             "data": {
              "text/plain": [
               "42"
              ]
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "System.Exception",
             "evalue": "no",
             "output_type": "error",
             "traceback": [
              "line 1",
              "line 2"
             ]
            }
           ],
           "source": [
            "1 + 1"
           ]
          },
          {
           "cell_type": "raw",
           "id": "r",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "someone_elses": {
           "deep": [
            null,
            true,
            1e-05
           ]
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void Write_OfWhatJupyterSaved_IsByteForByteTheSame() =>
        Assert.Equal(Saved, NotebookWriter.ToText(NotebookReader.Parse(Saved, "saved.ipynb")));

    [Fact]
    public void Parse_OfSavedNotebook_FillsTheModel()
    {
        var notebook = NotebookReader.Parse(Saved, "saved.ipynb");

        Assert.Equal("Ünïcode 扩散 🌀", notebook.Title);
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        var code = notebook.Cells[1];
        Assert.Equal(("values-1", "1 + 1", 3), (code.Id, code.Source, code.ExecutionCount));
        Assert.True(code.HasTag("parameters"));
        Assert.False(code.HasTag("skip-execution"));
        var picture = Assert.IsType<DisplayOutput>(code.Outputs[1]);
        Assert.Equal("<p>\nhi</p>", picture.Data.Text(MimeBundle.Html));
        Assert.Equal(2.5, (double)picture.Data[MimeBundle.Plotly]!["data"]![0]!["x"]![1]!);
        Assert.Equal(["line 1", "line 2"], Assert.IsType<ErrorOutput>(code.Outputs[3]).Traceback);
    }

    [Fact]
    public void Write_OverAnOldFile_ReplacesItAndLeavesNothingElse()
    {
        var folder = Directory.CreateTempSubdirectory("workbook-documents-");
        try
        {
            var path = Path.Combine(folder.FullName, "deeper", "a.ipynb");
            NotebookWriter.Write(new Notebook([]), path);
            NotebookWriter.Write(NotebookReader.Parse(Saved, "saved.ipynb"), path);

            Assert.Equal(Saved, File.ReadAllText(path));
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Cleared_Notebook_HasNoOutputsAndNoCounts()
    {
        var cleared = NotebookReader.Parse(Saved, "saved.ipynb").Cleared();

        Assert.All(cleared.Cells, cell => Assert.Empty(cell.Outputs));
        Assert.All(cleared.Cells, cell => Assert.Null(cell.ExecutionCount));
    }
}
