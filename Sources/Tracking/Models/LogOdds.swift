#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The probability of log odds.
func probability(ofLogOdds odds: Double) -> Double { 1 / (1 + exp(-odds)) }

/// The log odds of a probability; those of 0 and 1 are as far out as a number of this kind can be told from them.
func logOdds(ofProbability probability: Double) -> Double {
  let bounded = min(max(probability, 1e-300), 1 - 1e-16)
  return log(bounded / (1 - bounded))
}
