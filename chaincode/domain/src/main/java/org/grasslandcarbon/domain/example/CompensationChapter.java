// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.AreaUnit;
import org.grasslandcarbon.domain.coordination.CompensationBasis;
import org.grasslandcarbon.domain.coordination.CompensationLevel;
import org.grasslandcarbon.domain.coordination.CompensationPayment;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.coordination.RecordCompensation;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;

/** Herders who graze less are compensated, and the office records what is due and what was paid. */
public final class CompensationChapter {
  private final Stage stage;
  private final RegionCode region;
  private final String scheme;
  private final int year;

  /**
   * @param scheme its code, e.g. {@code GRAZING_BAN}
   * @param year for which it is due
   */
  public CompensationChapter(Stage stage, RegionCode region, String scheme, int year) {
    this.stage = stage;
    this.region = region;
    this.scheme = scheme;
    this.year = year;
  }

  /** The authority publishes what the scheme pays. */
  private InstructionId publish(long fenPerMu) {
    return stage
        .does(
            Part.AUTHORITY,
            "国家主管部门公布补偿标准",
            "The authority publishes what a scheme of compensation pays",
            new PublishNotice(
                Setting.document("rate of " + scheme),
                NoticeFields.of(
                    new NoticeFields.CompensationRate(
                        Fen.of(fenPerMu), CompensationLevel.COUNTY, scheme)),
                NoticeKind.COMPENSATION_RATE,
                RegionCode.NATION,
                Optional.empty(),
                Optional.empty(),
                "练习。 Practice.",
                LocalDate.of(year, 1, 1),
                Optional.empty()))
        .id();
  }

  /** The office of a county records from what is due: so many mu, at the rate published. */
  public void due(long mu, long fenPerMu) {
    InstructionId notice = publish(fenPerMu);
    stage.does(
        Part.OFFICE,
        "主管部门记录生态补偿应付金额",
        "The office records what is due of compensation",
        of(
            Optional.of(
                new CompensationBasis(
                    Decimal.of(Long.toString(mu)),
                    Setting.document("areas of " + scheme + " " + mu),
                    notice,
                    AreaUnit.MU)),
            Optional.empty()));
  }

  /** The office records a payment. */
  public void pay(LocalDate day, long fen) {
    stage.does(
        Part.OFFICE,
        "主管部门记录已发放的生态补偿",
        "The office records that compensation was paid",
        payment(day, fen));
  }

  /** A payment is not recorded twice. */
  public void refuseToPayAgain(LocalDate day, long fen) {
    stage.refused(
        Part.OFFICE,
        "同一笔发放不得重复记录",
        "A payment is not recorded twice",
        payment(day, fen),
        ErrorCode.PAYMENT_ALREADY_RECORDED);
  }

  private RecordCompensation payment(LocalDate day, long fen) {
    return of(
        Optional.empty(),
        Optional.of(
            List.of(
                new CompensationPayment(day, Setting.document("payment of " + day), Fen.of(fen)))));
  }

  private RecordCompensation of(
      Optional<CompensationBasis> basis, Optional<List<CompensationPayment>> payments) {
    return new RecordCompensation(basis, payments, region, scheme, Optional.empty(), year);
  }
}
