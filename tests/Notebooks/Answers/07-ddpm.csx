// check-1 right
var (low, high, lastNoisy, lastIndex) = (0, T, 1, 0);
// check-1 right
var (low, high, lastNoisy, lastIndex) = (0, 1000, 1, 0);
// check-1 wrong: as published
var (low, high, lastNoisy, lastIndex) = (1, T, 2, 1);
// check-1 wrong: counted as the paper does
var (low, high, lastNoisy, lastIndex) = (1, T + 1, 1, 0);
// check-1 wrong: the upper bound taken for inclusive
var (low, high, lastNoisy, lastIndex) = (0, T - 1, 1, 0);
// check-1 wrong: one beyond the table
var (low, high, lastNoisy, lastIndex) = (0, T + 1, 1, 0);
// check-1 wrong: noise at the end
var (low, high, lastNoisy, lastIndex) = (0, T, 0, 0);
// check-1 wrong: trained but not used
var (low, high, lastNoisy, lastIndex) = (0, T, 2, 1);
// check-1 wrong: bounds that randint refuses
var (low, high, lastNoisy, lastIndex) = (T, 0, 1, 0);
// check-2 right
Tensor ToBytes(Tensor x) => ((x.clamp(-1, 1) + 1) * 127.5).round().to(uint8);
// check-2 right
Tensor ToBytes(Tensor x) => ((x + 1) * 127.5 + 0.5).clamp(0, 255).floor().to(uint8);
// check-2 wrong: as published
Tensor ToBytes(Tensor x) => ((x.clamp(-1, 1) + 1) / 2 * 255).to(uint8);
// check-2 wrong: rounded without the clamp
Tensor ToBytes(Tensor x) => ((x + 1) * 127.5).round().to(uint8);
// check-2 wrong: rounded up
Tensor ToBytes(Tensor x) => ((x.clamp(-1, 1) + 1) * 127.5).ceil().to(uint8);
// check-2 wrong: a hair added, enough for bytes that went there and back
Tensor ToBytes(Tensor x) => ((x.clamp(-1, 1) + 1) * 127.5 + 0.01).to(uint8);
// check-2 wrong: of 256
Tensor ToBytes(Tensor x) => ((x.clamp(-1, 1) + 1) * 128).round().clamp(0, 255).to(uint8);
// check-2 wrong: the clamp of another range
Tensor ToBytes(Tensor x) => (x.clamp(0, 1) * 255).round().to(uint8);
// check-3 right
Tensor X0FromV(Tensor xt, Tensor v, double alphaBar) =>
    Math.Sqrt(alphaBar) * xt - Math.Sqrt(1 - alphaBar) * v;
// check-3 right
Tensor X0FromV(Tensor xt, Tensor v, double alphaBar)
{
    var angle = Math.Acos(Math.Sqrt(alphaBar));
    return Math.Cos(angle) * xt - Math.Sin(angle) * v;
}
// check-3 wrong: the noise
Tensor X0FromV(Tensor xt, Tensor v, double alphaBar) =>
    Math.Sqrt(1 - alphaBar) * xt + Math.Sqrt(alphaBar) * v;
// check-3 wrong: turned the other way
Tensor X0FromV(Tensor xt, Tensor v, double alphaBar) =>
    Math.Sqrt(alphaBar) * xt + Math.Sqrt(1 - alphaBar) * v;
// check-3 wrong: no roots
Tensor X0FromV(Tensor xt, Tensor v, double alphaBar) => alphaBar * xt - (1 - alphaBar) * v;
// check-3 wrong: as if v were the noise
Tensor X0FromV(Tensor xt, Tensor v, double alphaBar) =>
    (xt - Math.Sqrt(1 - alphaBar) * v) / Math.Sqrt(alphaBar);
// check-3 wrong: v as it is
Tensor X0FromV(Tensor xt, Tensor v, double alphaBar) => v;
// check-4 right
long AttentionWeights(int side) =>
    new[] { 2, 4, 8, 4, 2, 1 }.Sum(by => 4 * (long)Math.Pow(side / by, 4));
// check-4 right
long AttentionWeights(int side)
{
    var pixels = (long)side * side;
    return 4 * (pixels * pixels + 2 * (pixels / 4) * (pixels / 4)
        + 2 * (pixels / 16) * (pixels / 16) + pixels / 64 * (pixels / 64));
}
// check-4 wrong: one head
long AttentionWeights(int side) =>
    new[] { 2, 4, 8, 4, 2, 1 }.Sum(by => (long)Math.Pow(side / by, 4));
// check-4 wrong: pixels, not pairs
long AttentionWeights(int side) =>
    new[] { 2, 4, 8, 4, 2, 1 }.Sum(by => 4 * (long)Math.Pow(side / by, 2));
// check-4 wrong: only the way down
long AttentionWeights(int side) =>
    new[] { 2, 4, 8 }.Sum(by => 4 * (long)Math.Pow(side / by, 4));
// check-4 wrong: the full size on both ways
long AttentionWeights(int side) =>
    new[] { 1, 2, 4, 4, 2, 1 }.Sum(by => 4 * (long)Math.Pow(side / by, 4));
// check-4 wrong: right for 32 only
long AttentionWeights(int side) =>
    new[] { 16, 8, 4, 8, 16, 32 }.Sum(s => 4L * s * s * s * s);
// check-5 right
double NoiseWeight(double snr) => Math.Min(snr, 5) / snr;
// check-5 right
double NoiseWeight(double snr) => snr < 5 ? 1 : 5 / snr;
// check-5 wrong: of an error of x₀
double NoiseWeight(double snr) => Math.Min(snr, 5);
// check-5 wrong: nothing cut
double NoiseWeight(double snr) => 1;
// check-5 wrong: cut where it should not be
double NoiseWeight(double snr) => 5 / snr;
// check-5 wrong: of an error of v
double NoiseWeight(double snr) => Math.Min(snr, 5) / (snr + 1);
// check-5 wrong: the larger of the two
double NoiseWeight(double snr) => Math.Max(snr, 5) / snr;
