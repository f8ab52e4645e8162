// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.Terms;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.ParticipantId;

/** What every design must meet, that of a new project and that of a renewal. */
final class DesignCheck {
  private final Act act;
  private final ProjectDesign design;

  DesignCheck(Act act, ProjectDesign design) {
    this.act = act;
    this.design = design;
  }

  /** The records that the checks ask for. */
  static List<Key<?>> keys(ProjectDesign design) {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(Methodology.key(design.methodology()));
    keys.add(Accreditation.key(design.certifier()));
    design.benefitShares().stream()
        .flatMap(share -> share.participant().stream())
        .forEach(participant -> keys.add(Participant.key(participant)));
    return keys;
  }

  /** The version of the design, which is open for new projects today. */
  Methodology openMethodology() {
    Methodology methodology =
        act.must(Methodology.key(design.methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    act.require(
        methodology.isOpenForListing(act.today()),
        ErrorCode.METHODOLOGY_CLOSED,
        zh("方法学 %s 在 %s 不接受新项目")
            .en("methodology %s is not open on %s", design.methodology(), act.today()));
    return methodology;
  }

  void requireStrataWithinArea() {
    BigDecimal inStrata =
        design.strata().stream()
            .map(Stratum::areaHectares)
            .map(Decimal::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    act.require(
        inStrata.compareTo(design.areaHectares().value()) <= 0,
        ErrorCode.AREA_MISMATCH,
        zh("申报 %s 公顷，各分层合计 %s 公顷")
            .en(
                "stated %s ha, the strata have %s ha",
                design.areaHectares(), inStrata.toPlainString()));
  }

  void requireStrata(Methodology methodology) {
    Optional<Detail> problem =
        StrataCheck.problem(methodology.computation(), methodology.science(), design.strata());
    act.requireNone(problem, ErrorCode.BAD_STRATA);
  }

  void requireCreditingYears(Terms terms) {
    DateRange crediting = design.creditingPeriod();
    LocalDate end = crediting.to().plusDays(1);
    act.require(
        !end.isBefore(crediting.from().plusYears(terms.creditingYearsLeast()))
            && !end.isAfter(crediting.from().plusYears(terms.creditingYearsMost())),
        ErrorCode.START_DATE_NOT_ELIGIBLE,
        zh("计入期须为 %s 至 %s 年")
            .en(
                "the crediting period must have %s to %s years",
                terms.creditingYearsLeast(), terms.creditingYearsMost()));
  }

  /** The chosen certifier is accredited today, and those who share in proceeds are admitted. */
  void requireParticipants() {
    Accreditation.require(act, design.certifier(), design.methodology().id());
    for (BenefitShare share : design.benefitShares()) {
      act.require(
          share.participant().map(id -> act.find(Participant.key(id)).isPresent()).orElse(true),
          ErrorCode.RECIPIENT_NOT_ALLOWED,
          zh("受益方 %s 未登记")
              .en(
                  "beneficiary %s is not admitted",
                  share.participant().map(ParticipantId::value).orElse("")));
    }
  }
}
