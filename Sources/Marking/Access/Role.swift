/// What someone does in the centre; what each role may do stands in `PermissionTable`.
public enum Role: String, CaseIterable, Codable, Sendable {
  case watchOfficer
  /// Commands the watch: may close a boat whose reckoning does not hold.
  case seniorOfficer
  case intelligenceOfficer
  case analyst
  case caseOfficer
  case referralOfficer
  case statistician
  case liaisonOfficer
  case dataProtectionOfficer
  case engineer
  case administrator
}
