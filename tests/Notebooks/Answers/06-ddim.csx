// check-1 right
int CourseJumps(int n) => (500 + 500 / n - 1) / (500 / n);
// check-1 right
int CourseJumps(int n) => (int)Math.Ceiling(500.0 / (500 / n));
// check-1 wrong: as many as asked for
int CourseJumps(int n) => n;
// check-1 wrong: rounded down
int CourseJumps(int n) => 500 / (500 / n);
// check-1 wrong: one too many where it comes out even
int CourseJumps(int n) => 500 / (500 / n) + 1;
// check-1 wrong: the length of a jump
int CourseJumps(int n) => 500 / n;
// check-1 wrong: a jump not rounded
int CourseJumps(int n) => (int)Math.Ceiling(500 / (500.0 / n));
// check-2 right
double Sigma(double eta, double alphaBarT, double alphaBarS) =>
    eta * Math.Sqrt((1 - alphaBarS) / (1 - alphaBarT) * (1 - alphaBarT / alphaBarS));
// check-2 right
double Sigma(double eta, double alphaBarT, double alphaBarS) => Math.Sqrt(eta * eta
    * (1 - alphaBarS) * (alphaBarS - alphaBarT) / (alphaBarS - alphaBarS * alphaBarT));
// check-2 wrong: the variance
double Sigma(double eta, double alphaBarT, double alphaBarS) =>
    eta * eta * (1 - alphaBarS) / (1 - alphaBarT) * (1 - alphaBarT / alphaBarS);
// check-2 wrong: η stays squared
double Sigma(double eta, double alphaBarT, double alphaBarS) =>
    eta * eta * Math.Sqrt((1 - alphaBarS) / (1 - alphaBarT) * (1 - alphaBarT / alphaBarS));
// check-2 wrong: the larger of the two variances
double Sigma(double eta, double alphaBarT, double alphaBarS) =>
    eta * Math.Sqrt(1 - alphaBarT / alphaBarS);
// check-2 wrong: t and s exchanged
double Sigma(double eta, double alphaBarT, double alphaBarS) =>
    eta * Math.Sqrt((1 - alphaBarT) / (1 - alphaBarS) * (1 - alphaBarT / alphaBarS));
// check-2 wrong: no η
double Sigma(double eta, double alphaBarT, double alphaBarS) =>
    Math.Sqrt((1 - alphaBarS) / (1 - alphaBarT) * (1 - alphaBarT / alphaBarS));
// check-3 right
Tensor Undo(Tensor xs, Tensor epsHat, int t, int s) =>
    schedule.AddNoise(schedule.PredictX0(xs, epsHat, s), t, epsHat);
// check-3 right
Tensor Undo(Tensor xs, Tensor epsHat, int t, int s)
{
    var (at, to) = (schedule.AlphaBar[t], schedule.AlphaBar[s]);
    return Math.Sqrt(at / to) * (xs - Math.Sqrt(1 - to) * epsHat) + Math.Sqrt(1 - at) * epsHat;
}
// check-3 wrong: a step further down
Tensor Undo(Tensor xs, Tensor epsHat, int t, int s) =>
    schedule.AddNoise(schedule.PredictX0(xs, epsHat, t), s, epsHat);
// check-3 wrong: leaves with the ᾱ of t
Tensor Undo(Tensor xs, Tensor epsHat, int t, int s) =>
    schedule.AddNoise(schedule.PredictX0(xs, epsHat, t), t, epsHat);
// check-3 wrong: as if x_s were clean
Tensor Undo(Tensor xs, Tensor epsHat, int t, int s) => schedule.AddNoise(xs, t, epsHat);
// check-3 wrong: asks the network again
Tensor Undo(Tensor xs, Tensor epsHat, int t, int s) => Ddim(xs, s, t);
// check-3 wrong: the clean sprite
Tensor Undo(Tensor xs, Tensor epsHat, int t, int s) => schedule.PredictX0(xs, epsHat, s);
// check-4 right
double LineSpread(double u) => Math.Sqrt((1 - u) * (1 - u) + u * u);
// check-4 right
double LineSpread(double u) => Math.Sqrt(0.5 + 2 * Math.Pow(u - 0.5, 2));
// check-4 wrong: a variance
double LineSpread(double u) => (1 - u) * (1 - u) + u * u;
// check-4 wrong: spreads added
double LineSpread(double u) => 1 - u + u;
// check-4 wrong: right half-way only
double LineSpread(double u) => Math.Sqrt(0.5);
// check-4 wrong: right at a quarter only
double LineSpread(double u) => Math.Sqrt(0.625);
// check-4 wrong: the factors not squared
double LineSpread(double u) => Math.Sqrt(Math.Abs(1 - 2 * u));
// check-4 wrong: a straight line between the ends and the middle
double LineSpread(double u) => 1 - 2 * Math.Min(u, 1 - u) * (1 - Math.Sqrt(0.5));
// check-5 right
var leadAtFive = 0.73;
// check-5 right
var atFive5 = table.Rows.Where(row => row["steps"] == 5).Select(row => row["frechet"]);
var leadAtFive = atFive5.Where(d => d > atFive5.Min()).Min() - atFive5.Min();
// check-5 wrong: the smallest itself
var leadAtFive = 2.12;
// check-5 wrong: from the smallest to the largest
var leadAtFive = 0.83;
// check-5 wrong: between DDPM and DDIM
var leadAtFive = 0.01;
// check-5 wrong: at ten steps
var leadAtFive = 0.012;
// check-5 wrong: the sign
var leadAtFive = -0.73;
