/// To whom something may be released: to anyone, or only to those named (to nobody, when none is named).
///
/// The two are kept apart because the common part of two limits may be empty, and must then not read as "no limit".
public enum ReleaseLimit: Hashable, Sendable {
  /// No limit.
  case anyone
  /// Only these.
  case only(Set<String>)

  /// Whether the limit lets this one have it.
  public func permits(_ name: String) -> Bool {
    switch self {
    case .anyone: true
    case .only(let names): names.contains(name)
    }
  }

  /// Those whom both limits permit.
  public func intersection(_ other: ReleaseLimit) -> ReleaseLimit {
    switch (self, other) {
    case (.anyone, let limit), (let limit, .anyone): limit
    case (.only(let names), .only(let others)): .only(names.intersection(others))
    }
  }

  /// Whether everyone whom this limit permits is also permitted by the other.
  public func isWithin(_ other: ReleaseLimit) -> Bool {
    switch (self, other) {
    case (_, .anyone): true
    case (.anyone, .only): false
    case (.only(let names), .only(let others)): names.isSubset(of: others)
    }
  }
}
