/// The role of the owner of a phone in an investigation, as a lawful extraction states it.
public enum OwnerRole: String, CaseIterable, Codable, Sendable {
  case suspect, victim, witness, passenger, unknown
}
