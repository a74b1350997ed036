// check-1 right
double SignalToNoise(double alphaBar) => alphaBar / (1 - alphaBar);
// check-1 right
double SignalToNoise(double alphaBar) => 1 / (1 / alphaBar - 1);
// check-1 wrong: the data's share alone
double SignalToNoise(double alphaBar) => alphaBar;
// check-1 wrong: noise over signal
double SignalToNoise(double alphaBar) => (1 - alphaBar) / alphaBar;
// check-1 wrong: of the standard deviations
double SignalToNoise(double alphaBar) => Math.Sqrt(alphaBar / (1 - alphaBar));
// check-1 wrong: the noise's share as a standard deviation
double SignalToNoise(double alphaBar) => alphaBar / Math.Sqrt(1 - alphaBar);
// check-1 wrong: right at T / 2 only, read off there
double SignalToNoise(double alphaBar) => schedule.Snr[T / 2];
// check-2 right
Tensor Clean(Tensor xt, Tensor eps, int t) =>
    (xt - Math.Sqrt(1 - schedule.AlphaBar[t]) * eps) / Math.Sqrt(schedule.AlphaBar[t]);
// check-2 right
Tensor Clean(Tensor xt, Tensor eps, int t) => schedule.PredictX0(xt, eps, t);
// check-2 wrong: only the noise taken out
Tensor Clean(Tensor xt, Tensor eps, int t) => xt - Math.Sqrt(1 - schedule.AlphaBar[t]) * eps;
// check-2 wrong: no root over the noise's share
Tensor Clean(Tensor xt, Tensor eps, int t) =>
    (xt - (1 - schedule.AlphaBar[t]) * eps) / Math.Sqrt(schedule.AlphaBar[t]);
// check-2 wrong: divided by ᾱ itself
Tensor Clean(Tensor xt, Tensor eps, int t) =>
    (xt - Math.Sqrt(1 - schedule.AlphaBar[t]) * eps) / schedule.AlphaBar[t];
// check-2 wrong: noise taken out unscaled
Tensor Clean(Tensor xt, Tensor eps, int t) => (xt - eps) / Math.Sqrt(schedule.AlphaBar[t]);
// check-2 wrong: right at one t only
Tensor Clean(Tensor xt, Tensor eps, int t) => schedule.PredictX0(xt, eps, T / 2);
// check-3 right
var myLastBeta = 0.56;
// check-3 right
var myLastBeta = 0.55;
// check-3 wrong: that of a hundred steps
var myLastBeta = 0.12;
// check-3 wrong: ᾱ ends above
var myLastBeta = 0.45;
// check-3 wrong: ᾱ ends below
var myLastBeta = 0.75;
// check-3 wrong: the mean beta, not the last
var myLastBeta = 0.28;
// check-3 wrong: no beta at all
var myLastBeta = 1.4;
// check-4 right
double JumpBeta(double alphaBarS, double alphaBarT) => 1 - alphaBarT / alphaBarS;
// check-4 right
double JumpBeta(double alphaBarS, double alphaBarT) =>
    1 - alphaBarT - alphaBarT / alphaBarS * (1 - alphaBarS);
// check-4 wrong: the noise since the beginning
double JumpBeta(double alphaBarS, double alphaBarT) => 1 - alphaBarT;
// check-4 wrong: a difference of shares
double JumpBeta(double alphaBarS, double alphaBarT) => alphaBarS - alphaBarT;
// check-4 wrong: the ratio upside down
double JumpBeta(double alphaBarS, double alphaBarT) => alphaBarS / alphaBarT - 1;
// check-4 wrong: what is left
double JumpBeta(double alphaBarS, double alphaBarT) => alphaBarT / alphaBarS;
// check-4 wrong: a standard deviation
double JumpBeta(double alphaBarS, double alphaBarT) => Math.Sqrt(1 - alphaBarT / alphaBarS);
// check-5 right
var differentPoints = 3;
// check-5 right
var differentPoints = (int)data[..3].shape[0];
// check-5 wrong: the mean
var differentPoints = 1;
// check-5 wrong: a new one each time
var differentPoints = 500;
// check-5 wrong
var differentPoints = 2;
// check-5 wrong
var differentPoints = 4;
// check-5 wrong: all that the roll has
var differentPoints = 10_000;
