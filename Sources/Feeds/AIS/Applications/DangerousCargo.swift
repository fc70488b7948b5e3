/// Dangerous cargo indication: area code 1, function 25 (IMO SN.1/Circ.289).
public struct DangerousCargo: Hashable, Sendable {
  let payload: AISPayload

  /// The most cargoes that a message carries.
  public static let maximumCargoes = 28

  /// 0 not available, 1 kilograms, 2 tonnes, 3 thousand tonnes.
  public var amountUnit: Int { payload.unsigned(88, 2) }
  /// Quantity; 0 is not available.
  public var amount: Int { payload.unsigned(90, 10) }
  /// How many cargoes are named.
  public var count: Int { min(Self.maximumCargoes, max(0, payload.bitCount - 100 + 16) / 17) }
  /// The code under which the cargo at an index is carried.
  public func code(_ index: Int) -> Int { payload.unsigned(100 + 17 * index, 4) }
  /// The class, UN number or category of the cargo at an index.
  public func subtype(_ index: Int) -> Int { payload.unsigned(104 + 17 * index, 13) }
}
