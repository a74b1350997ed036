#!/usr/bin/env bash
# Microsoft.CodeAnalysis.CSharp.Scripting 5.12.0, .NET 10.
#
# The compiler package's default version of C# is 15.0, one ahead of the framework that the package runs on (.NET 10 has C# 14), and there
# `union` begins a declaration of a type. So a script or a top-level statement that starts with a variable of that name, as code on sets does,
# no longer parses: "Identifier expected". Nobody asked for C# 15; the host that passes no version at all gets it. Within an expression, a
# method or a block the name is still a name. With LanguageVersion.CSharp14 said outright the same script runs.
set -euo pipefail
expected="the default is C# 15.0
no version asked for: CS1001 Identifier expected
asked for C# 14: 3
in the middle of an expression: 3"

folder=$(mktemp -d)
trap "rm -rf '$folder'" EXIT
cat >"$folder/probe.csproj" <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.CodeAnalysis.CSharp.Scripting" Version="5.12.0" /></ItemGroup>
</Project>
X
cat >"$folder/Program.cs" <<'X'
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

const string Sets = "var union = new System.Collections.Generic.HashSet<int> { 1, 2 };\n";

async Task<string> Run(string code, ScriptOptions options)
{
    try
    {
        return $"{await CSharpScript.EvaluateAsync(Sets + code, options)}";
    }
    catch (CompilationErrorException problem)
    {
        return $"{problem.Diagnostics[0].Id} {problem.Diagnostics[0].GetMessage()}";
    }
}

var plain = ScriptOptions.Default.WithReferences(typeof(HashSet<int>).Assembly);
Console.WriteLine($"the default is C# {LanguageVersion.Default.MapSpecifiedToEffectiveVersion().ToDisplayString()}");
Console.WriteLine($"no version asked for: {await Run("union.Add(3);\nunion.Count", plain)}");
Console.WriteLine($"asked for C# 14: {await Run("union.Add(3);\nunion.Count", plain.WithLanguageVersion(LanguageVersion.CSharp14))}");
Console.WriteLine($"in the middle of an expression: {await Run("_ = union.Add(3);\n_ = union;\nvar n = union.Count;\nn", plain)}");
X
dotnet build "$folder/probe.csproj" -c Release -o "$folder/out" -v q -nologo >&2
seen=$(dotnet "$folder/out/probe.dll")
echo "$seen"
[ "$seen" = "$expected" ]
