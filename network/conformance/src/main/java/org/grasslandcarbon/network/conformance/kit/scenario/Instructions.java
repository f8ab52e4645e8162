// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.participant.AddKey;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.RegistryCalls;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;

/** Signed instructions: refused, repeated, in two gateways' hands, many at once. */
public final class Instructions implements Scenario {
  private static final int BATCH_MOST = 1_000;
  private static final int TEXT_MOST = 64 * 1024;

  @Override
  public String name() {
    return "instructions";
  }

  @Override
  public String about() {
    return "Instructions refused, repeated, sent through two offices, of revoked keys, in batches.";
  }

  @Override
  public void play(Scene scene) {
    RegistryCalls registry = new RegistryCalls(scene);
    InstructionSigner office = registry.examples().get("office-beijing");
    registry.name(office, "office-beijing");
    registry.name(registry.examples().get("authority"), "authority");

    refused(scene, registry);
    repeated(scene, registry);
    revoked(scene, registry, office);
    many(scene, registry);
  }

  private static void refused(Scene scene, RegistryCalls registry) {
    scene.title("Nobody has to answer for these: no journal entry");
    InstructionSigner stranger = registry.stranger("stranger");
    send(scene, registry, "not signed at all", "{}".getBytes(StandardCharsets.UTF_8));
    send(
        scene,
        registry,
        "of somebody unknown",
        RegistryCalls.bytes(
            registry.sign(
                stranger,
                new AddKey(
                    Optional.empty(), Optional.of(stranger.key().jwk()), stranger.participant()))));
    byte[] altered = RegistryCalls.bytes(registry.admission(stranger, Role.TRADER));
    // Inside the signature; its very last character may have bits that do not count.
    int place = altered.length - 10;
    altered[place] = (byte) (altered[place] == 'A' ? 'B' : 'A');
    send(scene, registry, "altered after signing", altered);
    send(scene, registry, "too long", new byte[2 * TEXT_MOST]);

    scene.title("Refused, and journaled");
    InstructionSigner trader = registry.admitted("trader", Role.TRADER);
    registry.bring(registry.admission(trader, Role.TRADER));
    registry.bring(
        registry.sign(
            trader,
            new RevokeKey(
                registry.examples().get("authority").key().kid(),
                registry.examples().get("authority").participant(),
                "not mine")));
    InstructionText late =
        trader.sign(
            InstructionSigner.newId(),
            new AddKey(Optional.empty(), Optional.of(trader.key().jwk()), trader.participant()),
            Duration.ofHours(25));
    send(scene, registry, "valid for more than a day", RegistryCalls.bytes(late));

    scene.title("Refused as a whole");
    attempt(scene, registry, "none", List.of());
    InstructionText one = registry.admission(stranger, Role.TRADER);
    attempt(
        scene,
        registry,
        "one more than " + BATCH_MOST,
        Collections.nCopies(BATCH_MOST + 1, RegistryCalls.bytes(one)));
    scene.attempt(
        "founding a second time",
        () ->
            new String(
                scene
                    .client(0)
                    .contract(Target.REGISTRY)
                    .newProposal("bootstrap")
                    .addArguments("{}")
                    .build()
                    .endorse()
                    .getResult(),
                StandardCharsets.UTF_8));
  }

  private static void repeated(Scene scene, RegistryCalls registry) {
    scene.title("Twice in one transaction, and again in the next");
    InstructionText text = registry.admission(registry.stranger("twice"), Role.TRADER);
    registry.bring(text, text);
    registry.bring(text);

    scene.title("Through two offices at once: one outcome");
    InstructionText both = registry.admission(registry.stranger("both"), Role.TRADER);
    Endorsed first = registry.endorsed(scene.client(0), both);
    Endorsed second = registry.endorsed(scene.client(2), both);
    scene.commit(first);
    scene.commit(second);
    registry.bring(both);
  }

  private static void revoked(Scene scene, RegistryCalls registry, InstructionSigner office) {
    scene.title("A key is revoked while an instruction of it is under way");
    InstructionSigner trader = registry.admitted("careless", Role.TRADER);
    InstructionSigner spare = registry.stranger("spare");
    InstructionText underWay =
        registry.sign(
            trader,
            new AddKey(Optional.empty(), Optional.of(spare.key().jwk()), trader.participant()));
    Endorsed endorsed = registry.endorsed(scene.client(1), underWay);
    registry.bring(
        registry.sign(office, new RevokeKey(trader.key().kid(), trader.participant(), "stolen")));
    scene.commit(endorsed);
    registry.bring(underWay);
  }

  private static void many(Scene scene, RegistryCalls registry) {
    scene.title(BATCH_MOST + " in one transaction");
    Client client = scene.client(3);
    InstructionText[] admissions =
        IntStream.range(0, BATCH_MOST)
            .mapToObj(i -> registry.admission(registry.stranger("many"), Role.TRADER))
            .toArray(InstructionText[]::new);
    scene.attempt(
        client.mspId() + " brings " + BATCH_MOST + " admissions",
        () -> {
          Endorsed endorsed = registry.endorsed(client, admissions);
          return endorsed.commit() + "\nwrites " + RegistryCalls.counted(endorsed);
        });
    registry.bring(admissions[0], admissions[BATCH_MOST - 1]);
  }

  private static void send(Scene scene, RegistryCalls registry, String what, byte[] text) {
    attempt(scene, registry, what, List.of(text));
  }

  private static void attempt(
      Scene scene, RegistryCalls registry, String what, List<byte[]> texts) {
    scene.attempt(
        what,
        () -> {
          Endorsed endorsed = registry.endorse(scene.client(0), texts);
          return endorsed.commit() + "\n" + RegistryCalls.shown(endorsed);
        });
  }
}
