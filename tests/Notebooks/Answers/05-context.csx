// check-1 right
Tensor Hide(Tensor c, double probability) =>
    c * full(c.shape[0], 1, 1 - probability, dtype: float32).bernoulli(random);
// check-1 right
Tensor Hide(Tensor c, double probability) =>
    where(rand(c.shape[0], 1, generator: random) < probability, zeros_like(c), c);
// check-1 wrong: the mask instead of context times mask
Tensor Hide(Tensor c, double probability) =>
    full(c.shape[0], 1, 1 - probability, dtype: float32).bernoulli(random).expand_as(c);
// check-1 wrong: keeps what it should hide
Tensor Hide(Tensor c, double probability) =>
    c * full(c.shape[0], 1, probability, dtype: float32).bernoulli(random);
// check-1 wrong: number by number
Tensor Hide(Tensor c, double probability) =>
    c * full_like(c, 1 - probability).bernoulli(random);
// check-1 wrong: all or nothing
Tensor Hide(Tensor c, double probability) =>
    c * full(1, 1, 1 - probability, dtype: float32).bernoulli(random);
// check-1 wrong: always one in ten
Tensor Hide(Tensor c, double probability) =>
    c * full(c.shape[0], 1, 0.9, dtype: float32).bernoulli(random);
// check-1 wrong: c itself is changed
Tensor Hide(Tensor c, double probability) =>
    c.mul_(full(c.shape[0], 1, 1 - probability, dtype: float32).bernoulli(random));
// check-1 wrong: weaker instead of hidden
Tensor Hide(Tensor c, double probability) => c * (1 - probability);
// check-2 right
double Ours(double theirs) => 1 + theirs;
// check-2 right
double Ours(double theirs) => theirs - -1;
// check-2 wrong
double Ours(double theirs) => theirs;
// check-2 wrong: the other way round
double Ours(double theirs) => theirs - 1;
// check-2 wrong: right for 3 only
double Ours(double theirs) => 4;
// check-2 wrong
double Ours(double theirs) => 1 - theirs;
// check-2 wrong
double Ours(double theirs) => 2 * theirs + 1;
// check-3 right
var passes = 32 * 20 * 2;
// check-3 right
var passes = Enumerable.Repeat(2 * 32, 20).Sum();
// check-3 wrong: one call a step
var passes = 32 * 20;
// check-3 wrong: calls, not pictures
var passes = 20 * 2;
// check-3 wrong: times the weight
var passes = 32 * 20 * 3;
// check-3 wrong: one more at the end
var passes = 32 * 21 * 2;
// check-3 wrong: for five classes
var passes = 32 * 20 * 5;
// check-4 right
NoisePredictor Avoid(NoisePredictor unwanted, NoisePredictor wanted, double w) =>
    (xt, t) => unwanted(xt, t) + w * (wanted(xt, t) - unwanted(xt, t));
// check-4 right
NoisePredictor Avoid(NoisePredictor unwanted, NoisePredictor wanted, double w) =>
    (xt, t) => w * wanted(xt, t) + (1 - w) * unwanted(xt, t);
// check-4 wrong: w on one of the two
NoisePredictor Avoid(NoisePredictor unwanted, NoisePredictor wanted, double w) =>
    (xt, t) => w * wanted(xt, t) - unwanted(xt, t);
// check-4 wrong: from the wanted one on
NoisePredictor Avoid(NoisePredictor unwanted, NoisePredictor wanted, double w) =>
    (xt, t) => wanted(xt, t) + w * (wanted(xt, t) - unwanted(xt, t));
// check-4 wrong: towards the unwanted one
NoisePredictor Avoid(NoisePredictor unwanted, NoisePredictor wanted, double w) =>
    Guidance.Towards(wanted, unwanted, w);
// check-4 wrong: only the difference
NoisePredictor Avoid(NoisePredictor unwanted, NoisePredictor wanted, double w) =>
    (xt, t) => w * (wanted(xt, t) - unwanted(xt, t));
// check-4 wrong: a step of its own
NoisePredictor Avoid(NoisePredictor unwanted, NoisePredictor wanted, double w) =>
    (xt, t) => unwanted(xt, 1) + w * (wanted(xt, 1) - unwanted(xt, 1));
// check-5 right
double[] level = [1, 1.5, 2];
// check-5 right
var level = table.Rows.Where(row => row["frechet"] - table.Rows.Min(r => r["frechet"]) < 0.4)
    .OrderByDescending(row => row["frechet"]).Select(row => row["weight"]);
// check-5 wrong: the winner
double[] level = [1];
// check-5 wrong: the two that look alike
double[] level = [1, 1.5];
// check-5 wrong: one too many
double[] level = [1, 1.5, 2, 3];
// check-5 wrong: by accuracy
double[] level = [2, 3, 4];
// check-5 wrong: distances, not weights
var level = table.Rows.Select(row => row["frechet"]).Where(d => d < 1.76).ToArray();
