// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;

/** Many traders with keys of their own, for a load that is spread over them. */
public final class Traders {
  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final RegionCode REGION = new RegionCode("110000");

  private final InstructionSigner office;
  private final List<InstructionSigner> signers = new ArrayList<>();

  public Traders(int count, InstructionSigner office) {
    this.office = office;
    for (int i = 0; i < count; i++) {
      signers.add(Newcomers.in(REGION));
    }
  }

  public InstructionSigner get(int index) {
    return signers.get(index);
  }

  public List<InstructionSigner> all() {
    return List.copyOf(signers);
  }

  /** The office's instructions that admit them. */
  public List<InstructionText> admissions() {
    return signers.stream()
        .map(
            trader ->
                office.sign(
                    InstructionSigner.newId(),
                    new AdmitParticipant(
                        Optional.empty(),
                        trader.participant(),
                        List.of(trader.key().jwk()),
                        Name.of("测试交易主体", "Benchmark trader"),
                        REGION,
                        List.of(Role.TRADER)),
                    VALIDITY))
        .toList();
  }

  /** A bank's instructions that put some money at the disposal of each of them. */
  public List<InstructionText> deposits(InstructionSigner bank, Asset asset, Fen each) {
    return signers.stream()
        .map(
            trader ->
                bank.sign(
                    InstructionSigner.newId(),
                    new DepositCash(
                        each,
                        asset,
                        trader.participant(),
                        new BankReference(trader.participant().value())),
                    VALIDITY))
        .toList();
  }

  /** A holder's instructions that give each of them some credits. */
  public List<InstructionText> shares(InstructionSigner holder, BatchId batch, Tonnes each) {
    return signers.stream()
        .map(
            trader ->
                holder.sign(
                    InstructionSigner.newId(),
                    new TransferCredits(batch, each, trader.participant()),
                    VALIDITY))
        .toList();
  }
}
