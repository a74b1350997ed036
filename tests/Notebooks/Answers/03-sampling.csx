// check-1 right
byte ToByte(double value) => (byte)Math.Round(Math.Clamp((value + 1) * 127.5, 0, 255));
// check-1 right
byte ToByte(double value) => (byte)(Math.Max(-1, Math.Min(1, value)) * 127.5 + 128);
// check-1 wrong: cut off instead of rounded
byte ToByte(double value) => (byte)Math.Clamp((value + 1) * 127.5, 0, 255);
// check-1 wrong: not held at the ends
byte ToByte(double value) => unchecked((byte)(int)Math.Round((value + 1) * 127.5));
// check-1 wrong: of 256
byte ToByte(double value) => (byte)Math.Round(Math.Clamp((value + 1) * 128, 0, 255));
// check-1 wrong: from 0 to 1
byte ToByte(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
// check-1 wrong: rounded up
byte ToByte(double value) => (byte)Math.Ceiling(Math.Clamp((value + 1) * 127.5, 0, 255));
// check-1 wrong: rounded before it is scaled
byte ToByte(double value) => (byte)Math.Clamp(Math.Round(value + 1) * 127.5, 0, 255);
// check-2 right
int ShortcutNumbers(int features) => 3 * features + features;
// check-2 right
int ShortcutNumbers(int features) => features * (3 * 1 * 1 + 1);
// check-2 wrong: no biases
int ShortcutNumbers(int features) => 3 * features;
// check-2 wrong: a bias for each channel that goes in
int ShortcutNumbers(int features) => 3 * features + 3;
// check-2 wrong: 3 × 3 pixels
int ShortcutNumbers(int features) => 3 * 3 * 3 * features + features;
// check-2 wrong: one bias
int ShortcutNumbers(int features) => 3 * features + 1;
// check-2 wrong: those of this F only
int ShortcutNumbers(int features) => 256;
// check-3 right
Tensor Enter(Tensor u, Tensor c, Tensor tau) => Map(c) * u + Map(tau);
// check-3 right
Tensor Enter(Tensor u, Tensor c, Tensor tau) =>
    (u.permute(2, 3, 0, 1) * c + tau).permute(2, 3, 0, 1);
// check-3 wrong: c and τ exchanged
Tensor Enter(Tensor u, Tensor c, Tensor tau) => Map(tau) * u + Map(c);
// check-3 wrong: both added
Tensor Enter(Tensor u, Tensor c, Tensor tau) => u + Map(c) + Map(tau);
// check-3 wrong: the sum multiplied
Tensor Enter(Tensor u, Tensor c, Tensor tau) => Map(c) * (u + Map(tau));
// check-3 wrong: no context
Tensor Enter(Tensor u, Tensor c, Tensor tau) => u + Map(tau);
// check-3 wrong: shapes that do not spread
Tensor Enter(Tensor u, Tensor c, Tensor tau) => c * u + tau;
// check-4 right
double ExpectedSpread(double v, double alphaBar) => Math.Sqrt(alphaBar * v + 1 - alphaBar);
// check-4 right
double ExpectedSpread(double v, double alphaBar) => Math.Pow(1 + alphaBar * (v - 1), 0.5);
// check-4 wrong: a variance
double ExpectedSpread(double v, double alphaBar) => alphaBar * v + 1 - alphaBar;
// check-4 wrong: standard deviations added
double ExpectedSpread(double v, double alphaBar) =>
    Math.Sqrt(alphaBar * v) + Math.Sqrt(1 - alphaBar);
// check-4 wrong: within 0.01 for these sprites, by luck
double ExpectedSpread(double v, double alphaBar) => alphaBar * Math.Sqrt(v) + 1 - alphaBar;
// check-4 wrong: factors squared twice
double ExpectedSpread(double v, double alphaBar) =>
    Math.Sqrt(alphaBar * alphaBar * v + (1 - alphaBar) * (1 - alphaBar));
// check-4 wrong: that of the noise
double ExpectedSpread(double v, double alphaBar) => Math.Sqrt(1 - alphaBar);
// check-4 wrong: that of the data
double ExpectedSpread(double v, double alphaBar) => Math.Sqrt(v);
// check-5 right
double FirstBeta(double beta0, double beta1) => 1 - (1 - beta0) * (1 - beta1);
// check-5 right
double FirstBeta(double beta0, double beta1) => beta0 + beta1 - beta0 * beta1;
// check-5 wrong: the sum
double FirstBeta(double beta0, double beta1) => beta0 + beta1;
// check-5 wrong: the product
double FirstBeta(double beta0, double beta1) => beta0 * beta1;
// check-5 wrong: what is left
double FirstBeta(double beta0, double beta1) => (1 - beta0) * (1 - beta1);
// check-5 wrong: only the first
double FirstBeta(double beta0, double beta1) => beta0;
// check-5 wrong: standard deviations added
double FirstBeta(double beta0, double beta1) =>
    Math.Pow(Math.Sqrt(beta0) + Math.Sqrt(beta1), 2);
