/// What became of a scan or a report.
package struct Reception: Hashable, Sendable {
  /// Why something was not used.
  package enum Refusal: Hashable, Sendable {
    /// It came later than the settings allow.
    case tooLate
    /// It lies so far ahead of everything else that its clock must be wrong.
    case tooEarly
    /// Its time, its place or its identity is nothing that can be worked with.
    case unusable
    /// The sensor has shown exactly the same before.
    case repeated
    /// It holds more plots than are worked on.
    case flooded
  }

  /// By how many seconds it came after something newer; 0 in order.
  package var latenessSeconds = 0.0
  /// Why it was not used; nil when it was.
  package var refusal: Refusal?
  /// Plots that were given to craft already known, that began a candidate, and that were left out of the work because a
  /// number in them is none or because there were too many.
  package var taken = 0
  package var begun = 0
  package var leftOut = 0
}
