/// Number of persons on board: area code 1, function 16 (ITU-R M.1371-5, Annex 5, international function message 16).
public struct PersonsAboard: Hashable, Sendable {
  let payload: AISPayload
  let dataStart: Int

  /// How many people are aboard; 0 is not available, 8,191 is that or more.
  public var persons: Int { payload.unsigned(dataStart, 13) }
}
