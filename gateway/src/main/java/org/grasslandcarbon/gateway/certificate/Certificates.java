// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.certificate.HoldersWord;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementFacts;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.ledger.BatchRefusedException;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.ledger.LedgerException;
import org.grasslandcarbon.gateway.ledger.Vouched;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes certificates of retirements. The projection says which records to ask for, and nothing
 * else: what a certificate says is what the organisations' peers have signed. Safe for use by many
 * threads.
 */
public final class Certificates {
  private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

  private final Reader reader;
  private final Journal journal;
  private final LedgerClient client;
  private final MadeBefore madeBefore = new MadeBefore();

  Certificates(Reader reader, Journal journal, LedgerClient client) {
    this.reader = reader;
    this.journal = journal;
    this.client = client;
  }

  /**
   * The certificate of a retirement. While no record that it rests on has changed, the same one is
   * given again.
   *
   * @param id the instruction that retired
   * @return canonical JSON; empty when there is no such retirement
   * @throws RequestException {@code OFFICES_DO_NOT_VOUCH}
   * @throws RegistryException {@code TOO_LARGE}
   */
  public Optional<byte[]> find(InstructionId id) {
    List<Retirement> retirements = retirements(id);
    Optional<Journal.Entry> entry = journal.find(id);
    if (retirements.isEmpty() || entry.isEmpty()) {
      return Optional.empty();
    }
    KeyId kid = new KeyId(entry.get().text("kid").orElseThrow());
    List<InstructionId> projects =
        retirements.stream()
            .map(each -> reader.find(Batch.key(each.batch())).orElseThrow())
            .map(batch -> new InstructionId(batch.required("project").asString()))
            .toList();
    List<String> keys = RetirementFacts.keys(retirements, projects, kid);
    List<Optional<ObjectNode>> records = keys.stream().map(this::projected).toList();
    Optional<byte[]> before = madeBefore.find(id, records);
    if (before.isPresent()) {
      return before;
    }
    byte[] made = Codec.write(make(id, kid, keys, entry.get().block()));
    madeBefore.keep(id, records, made);
    return Optional.of(made);
  }

  private List<Retirement> retirements(InstructionId id) {
    List<Retirement> parts = new ArrayList<>();
    Optional<ObjectNode> next = reader.find(RetirementFacts.part(id, 1));
    while (next.isPresent() && parts.size() <= RetirementFacts.BATCHES_MOST) {
      parts.add(Codec.convert(next.get(), Retirement.class));
      next = reader.find(RetirementFacts.part(id, parts.size() + 1));
    }
    return parts;
  }

  private Optional<ObjectNode> projected(String key) {
    return RecordTypes.of(key).flatMap(type -> reader.find(new Key<>(key, type.recordClass())));
  }

  private RetirementCertificate make(InstructionId id, KeyId kid, List<String> keys, long block) {
    try {
      Vouched vouched = client.attest(keys);
      byte[] instruction = client.instruction(block, id).orElseThrow();
      RetirementFacts facts = RetirementFacts.of(id, kid, vouched.attested());
      HoldersWord.require(SignedInstruction.parse(instruction), facts);
      Vouched.Place written = vouched.version(facts.first().key().text()).orElseThrow();
      return RetirementCertificate.of(
          client.channelName(),
          client.chaincodeName(),
          facts,
          new RetirementCertificate.Position(written.block(), written.transaction()),
          evidence(vouched, instruction));
    } catch (BatchRefusedException e) {
      throw new RegistryException(e.code(), e.detail());
    } catch (LedgerException e) {
      LOG.warn("There is no certificate of {}: {}", id, e.getMessage());
      throw new RequestException(
          GatewayCode.OFFICES_DO_NOT_VOUCH,
          zh("注销 %s 的证明不足").en("not enough vouch for the retirement %s", id));
    }
  }

  private static RetirementCertificate.Evidence evidence(Vouched vouched, byte[] instruction) {
    return new RetirementCertificate.Evidence(
        base64(vouched.channelHeader()),
        vouched.endorsements().stream()
            .map(
                each ->
                    new RetirementCertificate.Endorsement(
                        base64(each.endorser()), base64(each.signature())))
            .toList(),
        new String(instruction, StandardCharsets.US_ASCII),
        base64(vouched.proposal()),
        base64(vouched.response()),
        base64(vouched.signatureHeader()),
        RetirementCertificate.Evidence.TYPE);
  }

  private static String base64(ByteString bytes) {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
