// check-1 right
int StepCount(int pictures, int batch, int epochs) => (pictures + batch - 1) / batch * epochs;
// check-1 right
int StepCount(int pictures, int batch, int epochs) =>
    epochs * (int)Math.Ceiling(pictures / (double)batch);
// check-1 wrong: rounded down
int StepCount(int pictures, int batch, int epochs) => pictures / batch * epochs;
// check-1 wrong: rounded up once, not in each epoch
int StepCount(int pictures, int batch, int epochs) =>
    (pictures * epochs + batch - 1) / batch;
// check-1 wrong: one too many where it comes out even
int StepCount(int pictures, int batch, int epochs) => (pictures / batch + 1) * epochs;
// check-1 wrong: pictures, not batches
int StepCount(int pictures, int batch, int epochs) => pictures * epochs;
// check-1 wrong: rounded up after a division that rounds down
int StepCount(int pictures, int batch, int epochs) =>
    (int)Math.Ceiling((double)(pictures / batch)) * epochs;
// check-2 right
double LearningRate(double first, int epoch, int epochs) => first * (epochs - epoch) / epochs;
// check-2 right
double LearningRate(double first, int epoch, int epochs) => first * (1 - epoch / (double)epochs);
// check-2 wrong: whole numbers divided
double LearningRate(double first, int epoch, int epochs) => first * (1 - epoch / epochs);
// check-2 wrong: 0 in the last epoch
double LearningRate(double first, int epoch, int epochs) =>
    first * (1 - epoch / (epochs - 1.0));
// check-2 wrong: the share that is done
double LearningRate(double first, int epoch, int epochs) => first * epoch / epochs;
// check-2 wrong: counted from 1
double LearningRate(double first, int epoch, int epochs) =>
    first * (epochs - epoch - 1) / epochs;
// check-2 wrong: a curve
double LearningRate(double first, int epoch, int epochs) =>
    first * Math.Pow(1 - epoch / (double)epochs, 2);
// check-3 right
var lossOfSilence = 1.0;
// check-3 right
var lossOfSilence = 0.99;
// check-3 wrong: none
var lossOfSilence = 0.0;
// check-3 wrong
var lossOfSilence = 0.5;
// check-3 wrong: the sum over a sprite
var lossOfSilence = 768.0;
// check-3 wrong: the mean of |ε|
var lossOfSilence = 0.798;
// check-3 wrong: twice the variance
var lossOfSilence = 2.0;
// check-4 right
double Remembered(double decay, int n) => Math.Pow(decay, n);
// check-4 right
double Remembered(double decay, int n) => Math.Exp(n * Math.Log(decay));
// check-4 wrong: what is new
double Remembered(double decay, int n) => 1 - Math.Pow(decay, n);
// check-4 wrong: in a line
double Remembered(double decay, int n) => Math.Max(0, 1 - (1 - decay) * n);
// check-4 wrong: nearly, by the exponential
double Remembered(double decay, int n) => Math.Exp(-(1 - decay) * n);
// check-4 wrong: of the share that goes
double Remembered(double decay, int n) => Math.Pow(1 - decay, n);
// check-4 wrong: one step too few
double Remembered(double decay, int n) => Math.Pow(decay, n - 1);
// check-5 right
int SameNoise(int t)
{
    var s = 1;
    while (Math.Sqrt(1 - schedule.AlphaBar[s]) < 1 - schedule.AlphaBar[t]) s++;
    return s;
}
// check-5 right
int SameNoise(int t) => Enumerable.Range(1, T).First(s =>
    1 - schedule.AlphaBar[s] >= Math.Pow(1 - schedule.AlphaBar[t], 2));
// check-5 wrong: the same step
int SameNoise(int t) => t;
// check-5 wrong: the last with less noise
int SameNoise(int t) => Enumerable.Range(1, T).Last(s =>
    Math.Sqrt(1 - schedule.AlphaBar[s]) < 1 - schedule.AlphaBar[t]);
// check-5 wrong: the root on the other side
int SameNoise(int t) => Enumerable.Range(1, T).First(s =>
    1 - schedule.AlphaBar[s] >= Math.Sqrt(1 - schedule.AlphaBar[t]));
// check-5 wrong: right at t = 100 only
int SameNoise(int t) => Enumerable.Range(1, T).First(s =>
    Math.Sqrt(1 - schedule.AlphaBar[s]) >= 1 - schedule.AlphaBar[100]);
// check-5 wrong: the same signal
int SameNoise(int t) => Enumerable.Range(1, T).First(s =>
    Math.Sqrt(schedule.AlphaBar[s]) <= schedule.AlphaBar[t]);
