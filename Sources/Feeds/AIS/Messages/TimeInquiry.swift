/// UTC and date inquiry: message 10 (ITU-R M.1371-5, Annex 8, § 3.8).
public struct TimeInquiry: Hashable, Sendable {
  let payload: AISPayload

  /// Who is asked.
  public var destination: UInt32 { payload.identity(40) }
}
