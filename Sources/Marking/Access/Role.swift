/// What someone does in the centre; what each role may do stands in `PermissionTable`.
public enum Role: String, CaseIterable, Codable, Sendable {
  case watchOfficer
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
