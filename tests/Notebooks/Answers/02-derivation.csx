// check-1 right
double StepMean(double xt, double epsHat, int t) =>
    (xt - (1 - alpha[t]) / Math.Sqrt(1 - alphaBar[t]) * epsHat) / Math.Sqrt(alpha[t]);
// check-1 right
double StepMean(double xt, double epsHat, int t) =>
    (xt / beta[t] - epsHat / Math.Sqrt(1 - alphaBar[t])) * beta[t] / Math.Sqrt(1 - beta[t]);
// check-1 wrong: the slip as printed
double StepMean(double xt, double epsHat, int t) =>
    (xt - (1 - alpha[t]) / Math.Sqrt(1 - alpha[t]) * epsHat) / Math.Sqrt(alpha[t]);
// check-1 wrong: a bar in the numerator too
double StepMean(double xt, double epsHat, int t) =>
    (xt - (1 - alphaBar[t]) / Math.Sqrt(1 - alphaBar[t]) * epsHat) / Math.Sqrt(alpha[t]);
// check-1 wrong: the bar in front
double StepMean(double xt, double epsHat, int t) =>
    (xt - (1 - alpha[t]) / Math.Sqrt(1 - alphaBar[t]) * epsHat) / Math.Sqrt(alphaBar[t]);
// check-1 wrong: no root
double StepMean(double xt, double epsHat, int t) =>
    (xt - (1 - alpha[t]) / (1 - alphaBar[t]) * epsHat) / Math.Sqrt(alpha[t]);
// check-1 wrong: ᾱ of the step before
double StepMean(double xt, double epsHat, int t) =>
    (xt - (1 - alpha[t]) / Math.Sqrt(1 - alphaBar[t - 1]) * epsHat) / Math.Sqrt(alpha[t]);
// check-2 right
(double Mean, double Variance) OneStepEarlier(double x0, int t) =>
    (Math.Sqrt(alphaBar[t - 1]) * x0, 1 - alphaBar[t - 1]);
double Unfolded(double before, double z, int t) =>
    Math.Sqrt(alpha[t]) * before + Math.Sqrt(1 - alpha[t]) * z;
// check-2 right
(double Mean, double Variance) OneStepEarlier(double x0, int t) =>
    (Math.Sqrt(alphaBar[t] / alpha[t]) * x0, 1 - alphaBar[t] / alpha[t]);
double Unfolded(double before, double z, int t) =>
    Math.Sqrt(1 - beta[t]) * before + Math.Sqrt(beta[t]) * z;
// check-2 wrong: as printed
(double Mean, double Variance) OneStepEarlier(double x0, int t) =>
    (Math.Sqrt(alphaBar[t]) * x0, 1 - alphaBar[t]);
double Unfolded(double before, double z, int t) =>
    Math.Sqrt(alphaBar[t]) * before + Math.Sqrt(1 - alphaBar[t]) * z;
// check-2 wrong: only the first mended
(double Mean, double Variance) OneStepEarlier(double x0, int t) =>
    (Math.Sqrt(alphaBar[t - 1]) * x0, 1 - alphaBar[t - 1]);
double Unfolded(double before, double z, int t) =>
    Math.Sqrt(alphaBar[t]) * before + Math.Sqrt(1 - alphaBar[t]) * z;
// check-2 wrong: only the second mended
(double Mean, double Variance) OneStepEarlier(double x0, int t) =>
    (Math.Sqrt(alphaBar[t]) * x0, 1 - alphaBar[t]);
double Unfolded(double before, double z, int t) =>
    Math.Sqrt(alpha[t]) * before + Math.Sqrt(1 - alpha[t]) * z;
// check-2 wrong: the index mended in the mean only
(double Mean, double Variance) OneStepEarlier(double x0, int t) =>
    (Math.Sqrt(alphaBar[t - 1]) * x0, 1 - alphaBar[t]);
double Unfolded(double before, double z, int t) =>
    Math.Sqrt(alpha[t]) * before + Math.Sqrt(1 - alpha[t]) * z;
// check-2 wrong: a bar lost where it belongs
(double Mean, double Variance) OneStepEarlier(double x0, int t) =>
    (Math.Sqrt(alpha[t - 1]) * x0, 1 - alpha[t - 1]);
double Unfolded(double before, double z, int t) =>
    Math.Sqrt(alpha[t]) * before + Math.Sqrt(1 - alpha[t]) * z;
// check-3 right
double MeanWithNoise(double eps, double xt, int t) =>
    (xt - beta[t] / Math.Sqrt(1 - alphaBar[t]) * eps) / Math.Sqrt(alpha[t]);
// check-3 right
double MeanWithNoise(double eps, double xt, int t) =>
    MuTilde((xt - Math.Sqrt(1 - alphaBar[t]) * eps) / Math.Sqrt(alphaBar[t]), xt, t);
// check-3 wrong: as printed
double MeanWithNoise(double eps, double xt, int t) =>
    (xt - beta[t] / Math.Sqrt(1 - alphaBar[t]) * eps) / Math.Sqrt(alphaBar[t]);
// check-3 wrong: the bar taken from the noise
double MeanWithNoise(double eps, double xt, int t) =>
    (xt - beta[t] / Math.Sqrt(1 - alpha[t]) * eps) / Math.Sqrt(alpha[t]);
// check-3 wrong: ᾱ of the step before
double MeanWithNoise(double eps, double xt, int t) =>
    (xt - beta[t] / Math.Sqrt(1 - alphaBar[t]) * eps) / Math.Sqrt(alphaBar[t - 1]);
// check-3 wrong: no root in front
double MeanWithNoise(double eps, double xt, int t) =>
    (xt - beta[t] / Math.Sqrt(1 - alphaBar[t]) * eps) / alpha[t];
// check-3 wrong: noise added
double MeanWithNoise(double eps, double xt, int t) =>
    (xt + beta[t] / Math.Sqrt(1 - alphaBar[t]) * eps) / Math.Sqrt(alpha[t]);
// check-4 right
double WeightOf(int t, double sigma2) =>
    beta[t] * beta[t] / (2 * alpha[t] * (1 - alphaBar[t]) * sigma2);
// check-4 right
double WeightOf(int t, double sigma2) =>
    0.5 / sigma2 * Math.Pow(beta[t], 2) / alpha[t] / (1 - alphaBar[t]);
// check-4 wrong: as printed
double WeightOf(int t, double sigma2) =>
    beta[t] * beta[t] / (2 * alpha[t] * (1 - alphaBar[t] * sigma2));
// check-4 wrong: a variance of its own, whatever is asked for
double WeightOf(int t, double sigma2) =>
    beta[t] * beta[t] / (2 * alpha[t] * (1 - alphaBar[t]) * BetaTilde(t));
// check-4 wrong: σ⁴
double WeightOf(int t, double sigma2) =>
    beta[t] * beta[t] / (2 * alpha[t] * (1 - alphaBar[t]) * sigma2 * sigma2);
// check-4 wrong: σ
double WeightOf(int t, double sigma2) =>
    beta[t] * beta[t] / (2 * alpha[t] * (1 - alphaBar[t]) * Math.Sqrt(sigma2));
// check-4 wrong: the half is gone
double WeightOf(int t, double sigma2) =>
    beta[t] * beta[t] / (alpha[t] * (1 - alphaBar[t]) * sigma2);
// check-5 right
double Exponent(double before, double x0, double xt, int t) => -0.5 * (
    Math.Pow(xt - Math.Sqrt(alpha[t]) * before, 2) / beta[t]
    + Math.Pow(before - Math.Sqrt(alphaBar[t - 1]) * x0, 2) / (1 - alphaBar[t - 1])
    - Math.Pow(xt - Math.Sqrt(alphaBar[t]) * x0, 2) / (1 - alphaBar[t]));
// check-5 right
double Exponent(double before, double x0, double xt, int t) =>
    -Math.Pow(before - MuTilde(x0, xt, t), 2) / (2 * BetaTilde(t));
// check-5 wrong: as printed
double Exponent(double before, double x0, double xt, int t) => -0.5 * (
    Math.Pow(xt - Math.Sqrt(alphaBar[t]) * before, 2) / beta[t]
    + Math.Pow(before - Math.Sqrt(alphaBar[t - 1]) * x0, 2) / (1 - alphaBar[t - 1])
    - Math.Pow(xt - Math.Sqrt(alphaBar[t]) * x0, 2) / (1 - alphaBar[t]));
// check-5 wrong: the third square mended instead
double Exponent(double before, double x0, double xt, int t) => -0.5 * (
    Math.Pow(xt - Math.Sqrt(alphaBar[t]) * before, 2) / beta[t]
    + Math.Pow(before - Math.Sqrt(alphaBar[t - 1]) * x0, 2) / (1 - alphaBar[t - 1])
    - Math.Pow(xt - Math.Sqrt(alpha[t]) * x0, 2) / (1 - alphaBar[t]));
// check-5 wrong: the first mended, the third lost
double Exponent(double before, double x0, double xt, int t) => -0.5 * (
    Math.Pow(xt - Math.Sqrt(alpha[t]) * before, 2) / beta[t]
    + Math.Pow(before - Math.Sqrt(alphaBar[t - 1]) * x0, 2) / (1 - alphaBar[t - 1]));
// check-5 wrong: an index lost in the second
double Exponent(double before, double x0, double xt, int t) => -0.5 * (
    Math.Pow(xt - Math.Sqrt(alpha[t]) * before, 2) / beta[t]
    + Math.Pow(before - Math.Sqrt(alphaBar[t]) * x0, 2) / (1 - alphaBar[t - 1])
    - Math.Pow(xt - Math.Sqrt(alphaBar[t]) * x0, 2) / (1 - alphaBar[t]));
// check-5 wrong: no root
double Exponent(double before, double x0, double xt, int t) => -0.5 * (
    Math.Pow(xt - alpha[t] * before, 2) / beta[t]
    + Math.Pow(before - Math.Sqrt(alphaBar[t - 1]) * x0, 2) / (1 - alphaBar[t - 1])
    - Math.Pow(xt - Math.Sqrt(alphaBar[t]) * x0, 2) / (1 - alphaBar[t]));
// check-6 right
double Bounded(double h, double kl) => h + kl;
int Divergences(int T) => T;
// check-6 right
double Bounded(double h, double kl) => kl - (-h);
int Divergences(int T) => Enumerable.Range(2, T - 1).Count() + 1;
// check-6 wrong: as printed
double Bounded(double h, double kl) => -h;
int Divergences(int T) => T + 1;
// check-6 wrong: the count not mended
double Bounded(double h, double kl) => h + kl;
int Divergences(int T) => T + 1;
// check-6 wrong: the entropy alone
double Bounded(double h, double kl) => h;
int Divergences(int T) => T;
// check-6 wrong: the divergence alone
double Bounded(double h, double kl) => kl;
int Divergences(int T) => T;
// check-6 wrong: the entropy with its sign lost
double Bounded(double h, double kl) => kl - h;
int Divergences(int T) => T;
// check-6 wrong: L_T forgotten
double Bounded(double h, double kl) => h + kl;
int Divergences(int T) => T - 1;
