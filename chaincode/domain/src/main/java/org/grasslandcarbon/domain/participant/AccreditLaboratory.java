// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Lets reports rest on a laboratory's analyses for some time, as certifiers are accredited (LEDGER
 * section 4). It takes the place of what the laboratory had before.
 *
 * @param analyses what it is accredited for
 * @param document the certificate of accreditation
 * @param laboratory its unified social credit code
 * @param name its name
 * @param validFrom first day
 * @param validTo last day
 */
public record AccreditLaboratory(
    @Means(en = "Analyses in scope", zh = "资质范围内的分析方法")
        @Least(1)
        @Most(Laboratory.ANALYSES_MOST)
        @Distinct
        List<Laboratory.Analysis> analyses,
    @Means(en = "SHA-256 of the certificate of accreditation", zh = "资质文件的 SHA-256 摘要")
        Sha256 document,
    @Means(en = "Unified social credit code of the laboratory", zh = "实验室的统一社会信用代码")
        ParticipantId laboratory,
    @Means(en = "Name of the laboratory", zh = "实验室名称") Name name,
    @Means(en = "First day of validity", zh = "有效期首日") LocalDate validFrom,
    @Means(en = "Last day of validity", zh = "有效期末日") LocalDate validTo)
    implements Action {

  /** The action. */
  public static final ActionType<AccreditLaboratory> TYPE =
      ActionType.of(
          "accreditLaboratory",
          "授予实验室资质",
          "Accredits a laboratory for analyses",
          new AccreditLaboratory(
              List.of(Laboratory.Analysis.DRY_COMBUSTION),
              Sha256.of("certificate of accreditation"),
              new ParticipantId("91110000600037341L"),
              Name.of("示例土壤实验室", "Example soil laboratory"),
              LocalDate.of(2025, 1, 1),
              LocalDate.of(2027, 12, 31)),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC);

  public AccreditLaboratory {
    analyses = List.copyOf(analyses);
    Check.that(!analyses.isEmpty(), zh("资质须至少列明一种分析方法").en("an accreditation names an analysis"));
    Check.that(
        analyses.stream().distinct().count() == analyses.size(),
        zh("同一分析方法只能列一次").en("an analysis is named once"));
    Check.that(
        !validTo.isBefore(validFrom),
        zh("validTo 不得早于 validFrom").en("validTo is not before validFrom"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Laboratory.key(laboratory));
  }

  @Override
  public void apply(Act act) {
    act.write(
        new Laboratory(
            act.time(),
            analyses,
            document,
            laboratory,
            name,
            validFrom,
            validTo,
            Optional.empty()));
    act.refer("laboratory", laboratory);
  }
}
