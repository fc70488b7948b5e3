/// Safety related broadcast message: message 14 (ITU-R M.1371-5, Annex 8, § 3.12).
public struct SafetyBroadcast: Hashable, Sendable {
  let payload: AISPayload

  /// What it says; distress devices (MMSI 970, 972, 974) say `SART ACTIVE` and the like.
  public var text: AISText { payload.text(from: 40) }
}
