// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.certificate;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.credit.CreditUse;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.Tonnes;
import tools.jackson.databind.JsonNode;

/**
 * Whether it was the holder who said that the credits are used up, and said what the record says.
 * Were the offices' chaincode to invent a retirement, there would be no such signature.
 */
public final class HoldersWord {
  private HoldersWord() {}

  /**
   * Refuses an instruction that did not cause the retirement.
   *
   * @throws RegistryException {@code BAD_SIGNATURE}, {@code KEY_REVOKED}, or {@code MALFORMED} when
   *     it says something else
   */
  public static void require(SignedInstruction signed, RetirementFacts facts) {
    Retirement retirement = facts.first();
    RegisteredKey key = facts.key(signed.kid());
    boolean holders =
        key.participant().equals(retirement.holder())
            && key.jwk().thumbprint().equals(signed.kid().value())
            && EcdsaP256.verify(
                EcdsaP256.publicKey(key.jwk()), signed.signingInput(), signed.signature());
    RegistryException.require(
        holders,
        ErrorCode.BAD_SIGNATURE,
        zh("指令不是由注销方的密钥签署的").en("the instruction is not signed by a key of whoever retired"));
    RegistryException.require(
        !key.addedAt().isAfter(retirement.at())
            && key.revocation().filter(end -> end.at().isBefore(retirement.at())).isEmpty(),
        ErrorCode.KEY_REVOKED,
        zh("注销时该密钥尚未登记或已被撤销").en("the key was not in force when the credits were retired"));
    SignedInstruction.Payload said = signed.instruction();
    same(
        said.id().equals(retirement.id())
            && said.participant().equals(retirement.holder())
            && !said.notAfter().isBefore(retirement.at()));
    if (said.action().equals(RetireCredits.TYPE.name())) {
      retired(Codec.convert(said.args(), RetireCredits.class), facts);
    } else {
      same(said.action().equals(TakeListings.TYPE.name()));
      taken(said.args(), facts);
    }
  }

  private static void retired(RetireCredits said, RetirementFacts facts) {
    List<RetireCredits.Part> recorded = new ArrayList<>();
    for (Retirement each : facts.retirements()) {
      recorded.add(new RetireCredits.Part(each.batch(), Tonnes.of(tonnes(each))));
    }
    List<RetireCredits.Part> asked =
        Stream.concat(
                Stream.of(new RetireCredits.Part(said.batch(), said.quantity())),
                said.further().stream().flatMap(List::stream))
            .toList();
    same(asked.equals(recorded));
    use(
        new CreditUse(
            said.beneficiary(),
            said.compliance(),
            said.document(),
            said.purpose(),
            said.reason(),
            said.statement()),
        facts.first());
  }

  /** What is bought and retired in one go comes from the batches of those who sold. */
  private static void taken(JsonNode args, RetirementFacts facts) {
    TakeListings said = Codec.convert(args, TakeListings.class);
    long tonnes = facts.retirements().stream().mapToLong(HoldersWord::tonnes).sum();
    same(said.retire().isPresent() && tonnes <= said.quantity().value());
    use(said.retire().get(), facts.first());
  }

  private static long tonnes(Retirement retirement) {
    return retirement.serials().ranges().stream().mapToLong(SerialRange::count).sum();
  }

  private static void use(CreditUse said, Retirement recorded) {
    same(
        said.equals(
            new CreditUse(
                recorded.beneficiary(),
                recorded.compliance().map(each -> new Compliance(each.market(), each.year())),
                recorded.document(),
                recorded.purpose(),
                recorded.reason(),
                recorded.statement())));
  }

  private static void same(boolean holds) {
    Detail other = zh("签署的指令与注销记录不符").en("the signed instruction is not what was recorded");
    RegistryException.require(holds, ErrorCode.MALFORMED, other);
  }
}
