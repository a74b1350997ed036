#!/usr/bin/env bash
# .NET 10 (seen with the runtime 10.0.12), x64 with AVX2; no packages.
#
# A loop over vectors is compiled to nothing but vector instructions while it stands alone: every small method that it uses carries
# AggressiveInlining and is inlined. But `MethodImplOptions.AggressiveOptimization` on the loop's method does not keep that method out of
# its callers: once tiered compilation finds the caller hot, the loop is inlined there, the caller's budget for inlining runs out in the
# middle of it, and what comes after in the loop is left as calls, AggressiveInlining or not, each passing its vectors through memory.
# So the code gets slower when it gets hot. `| MethodImplOptions.NoInlining` on the loop's method keeps it whole. Nothing warns; the
# listing that `DOTNET_JitDisasm` prints shows it. Seen: no call in the loop alone, 15 in the caller's second tier, one where it is kept.
set -euo pipefail
expected="the loop alone: 0 calls to small methods
inlined into a hot caller: some
kept out of it: 0"

folder=$(mktemp -d)
trap "rm -rf '$folder'" EXIT
cat >"$folder/probe.csproj" <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><AllowUnsafeBlocks>true</AllowUnsafeBlocks><NuGetAudit>false</NuGetAudit></PropertyGroup>
</Project>
X
cat >"$folder/Program.cs" <<'X'
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
unsafe
{
    var data = new float[4096];
    fixed (float* at = data)
        for (var i = 0; i < 200_000; i++)
        {
            Layer.Plain(at, at + 2048);
            Layer.Kept(at, at + 2048);
            if (i % 50_000 == 49_999) Thread.Sleep(300);
        }
    Console.WriteLine(data[2048]);
}
static unsafe class Layer
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Plain(float* x, float* y) => Gelu.Apply(x, y, 8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Kept(float* x, float* y) => Gelu.ApplyKept(x, y, 8);
}
static unsafe class Gelu
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(float* x, float* y, int count)
    {
        for (var i = 0; i < count; i += 8) Value(Vector256.Load(x + i)).Store(y + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ApplyKept(float* x, float* y, int count)
    {
        for (var i = 0; i < count; i += 8) Value(Vector256.Load(x + i)).Store(y + i);
    }

    // x Phi(x)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lane Value(Lane x)
    {
        var bell = Exp(x * x * new Lane(-0.5f));
        var one = new Lane(1);
        var t = one / Lane.Fma(Lane.Abs(x), new Lane(0.23164f), one);
        var sum = Lane.Fma(t, new Lane(1.061405f), new Lane(-1.453152f));
        sum = Lane.Fma(t, sum, new Lane(1.421414f));
        sum = Lane.Fma(t, sum, new Lane(-0.284497f));
        sum = Lane.Fma(t, sum, new Lane(0.254830f));
        var tail = new Lane(0.5f) * t * sum * bell;
        return x * Lane.Select(x, tail, one - tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lane Exp(Lane x)
    {
        var k = Lane.Round(x * new Lane(1.442695f));
        var f = Lane.Fma(k, new Lane(-0.693359f), x);
        f = Lane.Fma(k, new Lane(2.121944e-4f), f);
        var e = Lane.Fma(f, new Lane(1f / 5040), new Lane(1f / 720));
        e = Lane.Fma(f, e, new Lane(1f / 120));
        e = Lane.Fma(f, e, new Lane(1f / 24));
        e = Lane.Fma(f, e, new Lane(1f / 6));
        e = Lane.Fma(f, e, new Lane(0.5f));
        e = Lane.Fma(f, e, new Lane(1));
        e = Lane.Fma(f, e, new Lane(1));
        return e * Lane.PowerOfTwo(k);
    }
}
readonly unsafe struct Lane(Vector256<float> v)
{
    readonly Vector256<float> v = v;
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public Lane(float x) : this(Vector256.Create(x)) { }
    public static implicit operator Lane(Vector256<float> x) => new(x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane Fma(Lane a, Lane b, Lane c) => new(Vector256.FusedMultiplyAdd(a.v, b.v, c.v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane Abs(Lane a) => new(Vector256.Abs(a.v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane Round(Lane a) => new(Vector256.Round(a.v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane Select(Lane x, Lane a, Lane b) => new(Vector256.ConditionalSelect(Vector256.LessThan(x.v, Vector256<float>.Zero), a.v, b.v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane PowerOfTwo(Lane k) => new(((Vector256.ConvertToInt32(k.v) + Vector256.Create(127)) << 23).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane operator *(Lane a, Lane b) => new(a.v * b.v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane operator /(Lane a, Lane b) => new(a.v / b.v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public static Lane operator -(Lane a, Lane b) => new(a.v - b.v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)] public void Store(float* to) => v.Store(to);
}
X
dotnet build "$folder" -c Release -v q -nologo >/dev/null
DOTNET_JitDisasm="Plain Kept Apply ApplyKept" DOTNET_JitStdOutFile="$folder/listing" dotnet "$folder/bin/Release/net10.0/probe.dll" >/dev/null

# Calls to the small methods in the last listing of a method, that of its best tier.
calls() {
    awk -v name="$1" '/^; Assembly listing for method/ { mine = index($0, name); if (mine) n = 0 }
        mine && /call/ && /\[Lane:/ { n++ } END { print n + 0 }' "$folder/listing"
}
alone=$(calls "Gelu:Apply(") inlined=$(calls "Layer:Plain(") kept=$(calls "Layer:Kept(")
found="the loop alone: $alone calls to small methods
inlined into a hot caller: $([ "$inlined" -gt 0 ] && echo some || echo none)
kept out of it: $kept"
echo "$found"
[ "$found" = "$expected" ] || { echo "The behaviour has changed." >&2; exit 1; }
