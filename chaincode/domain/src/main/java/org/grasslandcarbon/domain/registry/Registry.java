// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.ledger.UnitOfWork;

/**
 * The registry itself: judges a batch of signed instructions over one unit of work and writes their
 * outcomes. Safe for use by many threads, each with its own store; what it keeps between calls is a
 * memo of decoded public keys, which changes no result.
 */
public final class Registry {
  /** The most instructions of one transaction: keeps it well below Fabric's 10 MB block limit. */
  public static final int BATCH_INSTRUCTIONS_MOST = 1_000;

  /**
   * The most bytes that one transaction writes. A worksheet may have ten times the bytes of its
   * report, so that a batch within the limit of instructions could pass Fabric's 10 MB a block; a
   * batch refused for this is split by the gateway.
   */
  public static final long BATCH_WRITES_MOST = 4L * 1024 * 1024;

  /** Decoded keys remembered, some 2 KB each; forgotten all at once when there are more. */
  private static final int MEMO_MOST = 10_000;

  private final Parallel parallel;
  private final Set<String> foundingOrganisations;
  private final DefectLog defects;
  private final SignatureCheck signatures;
  private final Map<Jwk, ECPublicKeyParameters> publicKeys = new ConcurrentHashMap<>();

  /**
   * @param verification runs signature verifications, which are pure and independent of each other,
   *     in parallel; {@code Runnable::run} verifies on the calling thread
   * @param foundingOrganisations the Fabric organisations (MSP ids) that must all send the founding
   *     document; the same on every endorser
   * @param defects told of defects, by any thread
   */
  public Registry(Executor verification, Set<String> foundingOrganisations, DefectLog defects) {
    this(verification, foundingOrganisations, defects, EcdsaP256::verify);
  }

  /**
   * A registry to which somebody who has verified signatures before tells what came of it.
   *
   * @param signatures answers as {@link EcdsaP256#verify} does; called by several threads
   */
  public Registry(
      Executor verification,
      Set<String> foundingOrganisations,
      DefectLog defects,
      SignatureCheck signatures) {
    parallel = new Parallel(verification);
    this.foundingOrganisations = Set.copyOf(foundingOrganisations);
    this.defects = defects;
    this.signatures = signatures;
  }

  /**
   * Judges instructions in their order and writes one journal entry for each that a registered key
   * signed, but for refusals beyond what the registry rule has journaled.
   *
   * @param instructions JWS compact serialisations, at most {@value #BATCH_INSTRUCTIONS_MOST}
   * @param transactionTime the Fabric transaction timestamp
   * @param store the ledger state
   * @return canonical JSON: an array of {@link Verdict}, one a position
   * @throws RegistryException {@code TOO_LARGE} for the batch as a whole
   */
  public byte[] submit(List<byte[]> instructions, Instant transactionTime, StateStore store) {
    if (instructions.isEmpty() || instructions.size() > BATCH_INSTRUCTIONS_MOST) {
      throw new RegistryException(
          ErrorCode.TOO_LARGE,
          zh("一批须有 1 至 %s 条指令").en("a batch has 1 to %s instructions", BATCH_INSTRUCTIONS_MOST));
    }
    List<Case> cases = instructions.stream().map(jws -> new Case(jws, defects)).toList();
    UnitOfWork work = new UnitOfWork(store);
    parallel.forEach(cases, Case::open);
    work.load(cases.stream().flatMap(each -> each.named().stream()).toList());
    work.load(cases.stream().flatMap(each -> each.following(work).stream()).toList());
    work.load(cases.stream().flatMap(each -> each.further(work).stream()).toList());
    verifySignatures(cases, work);
    RefusalJournal refusals = new RefusalJournal(work, transactionTime);
    cases.forEach(each -> each.judge(work, transactionTime, refusals));
    refusals.decideAll();
    List<Verdict> verdicts = cases.stream().map(Case::verdict).toList();
    work.flush(BATCH_WRITES_MOST);
    return Codec.write(verdicts);
  }

  /** A key registered by an earlier instruction of the same batch does not verify a later one. */
  private void verifySignatures(List<Case> cases, UnitOfWork work) {
    List<Runnable> verifications = new ArrayList<>(cases.size());
    for (Case each : cases) {
      each.signer(work)
          .ifPresent(
              jwk -> verifications.add(() -> each.verifySignature(publicKey(jwk), signatures)));
    }
    parallel.forEach(verifications, Runnable::run);
  }

  private ECPublicKeyParameters publicKey(Jwk jwk) {
    if (publicKeys.size() > MEMO_MOST) {
      publicKeys.clear();
    }
    return publicKeys.computeIfAbsent(jwk, EcdsaP256::publicKey);
  }

  /**
   * Writes the founding authority, offices, their first keys and the regions once. Each founding
   * organisation calls it with the same document; it takes effect when the last of them has.
   *
   * @param document the founding document, strict JSON ({@link FoundingDocument})
   * @param mspId the Fabric organisation that signed the transaction
   * @param transactionTime the Fabric transaction timestamp
   * @param store the ledger state
   * @return canonical JSON of the {@link Founding} record, which says whether organisations are
   *     missing
   * @throws RegistryException {@code MALFORMED}, {@code NOT_ALLOWED}, {@code ALREADY_FOUNDED}
   */
  public byte[] bootstrap(
      byte[] document, String mspId, Instant transactionTime, StateStore store) {
    UnitOfWork work = new UnitOfWork(store);
    Founding founding =
        FoundingRule.agree(document, mspId, foundingOrganisations, transactionTime, work);
    work.flush(BATCH_WRITES_MOST);
    return Codec.write(founding);
  }
}
