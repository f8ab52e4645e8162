// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.error.RegistryException.require;
import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Shape;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.region.CountingStart;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * How the registry is founded: every founding organisation sends the same document. The rule does
 * not rely on the endorsement policy, nor on the document for who must agree: each endorser is told
 * the founding organisations when it is set up, and endorsers that were told otherwise disagree.
 */
final class FoundingRule {
  private FoundingRule() {}

  static Founding agree(
      byte[] bytes, String mspId, Set<String> organisations, Instant time, UnitOfWork work) {
    require(
        organisations.contains(mspId),
        ErrorCode.NOT_ALLOWED,
        zh("%s 不是创立组织").en("%s is not a founding organisation", mspId));
    FoundingDocument document = read(bytes);
    Sha256 digest = Sha256.of(bytes);
    Founding before = work.find(Founding.KEY).orElse(Founding.NOT_BEGUN);
    require(
        before.foundedAt().isEmpty(), ErrorCode.ALREADY_FOUNDED, zh("此前已创立").en("founded before"));

    Founding after = before.withDocument(mspId, digest);
    if (after.isAgreedBy(organisations, digest)) {
      after = after.completedAt(time);
      document.regions().forEach(work::write);
      work.write(CountingStart.ofFounding(time));
      document.founders().forEach(founder -> admit(founder, time, work));
    }
    work.write(after);
    return after;
  }

  private static FoundingDocument read(byte[] bytes) {
    FoundingDocument document = Codec.read(bytes, FoundingDocument.class);
    try {
      Shape.checkWritten(document);
    } catch (BadValueException e) {
      throw new RegistryException(ErrorCode.MALFORMED, e.detail());
    }
    return document;
  }

  private static void admit(FoundingDocument.Founder founder, Instant time, UnitOfWork work) {
    List<KeyId> kids = new ArrayList<>();
    for (Jwk jwk : founder.keys()) {
      KeyId kid = new KeyId(jwk.thumbprint());
      kids.add(kid);
      work.write(
          new RegisteredKey(
              time, founder.id(), Optional.empty(), jwk, kid, founder.id(), Optional.empty()));
    }
    work.write(
        new Participant(
            time,
            founder.id(),
            Optional.empty(),
            founder.id(),
            kids,
            founder.name(),
            founder.region(),
            List.of(founder.role()),
            Optional.empty()));
  }
}
