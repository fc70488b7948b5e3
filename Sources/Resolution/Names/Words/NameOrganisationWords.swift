/// Words that many organisations bear. A line holds ways of writing the same word.
enum NameOrganisationWords {
  static let text = """
    company, co, cos, compagnie, compania, компания
    group, gruppe, groupe, grupo, gruppo, groep, группа
    holding, holdings, холдинг
    international, intl, intl, internacional, internationale, intern
    bank, banque, banco, banca, банк, بنك, بانک
    trust
    fund, funds, fonds, fondo
    bancorp
    industries, industry, industrie, industrial
    enterprise, enterprises
    organisation, organization, organizacion, организация
    association, assn, assoc
    foundation, stiftung, fondation, fundacion, vakfi, фонд
    ministry, ministere, ministerio, министерство, وزارة
    department, dept
    government, govt, gov
    university, universite, universidad, universitat, universitesi, университет, جامعة
    institute, institut, instituto, институт
    centre, center, zentrum, centro, центр
    union
    committee, cttee
    services, service
    solutions
    systems, system
    partners
    capital
    securities
    trading, trade
    shipping, lines, maritime, marine
    logistics, transport, transportation, transports
    export, import
    construction, engineering
    technology, technologies, tech
    factory, plant, zavod, завод, works, werke
    agency, agentur
    party
    army
    brigade, brigades
    refinery
    partnership
    society
    societies
    league
    club
    fc, football club
    """
}
