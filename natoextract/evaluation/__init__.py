"""Gold against output: precision, recall and F1 a layer, and the share of event slots filled alike.

golds = read_gold(Path("fixtures/dispatches"))
result = score(golds, predict(golds))
result.layers["countries"].f1
"""

from natoextract.evaluation.files import Gold, predict, read_gold, read_predictions
from natoextract.evaluation.matching import Score
from natoextract.evaluation.scoring import Difference, Evaluation, score

__all__ = ["Difference", "Evaluation", "Gold", "Score", "predict", "read_gold", "read_predictions", "score"]
