// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import com.google.protobuf.ByteString;
import org.grasslandcarbon.network.conformance.kit.Client;
import org.grasslandcarbon.network.conformance.kit.Crafted;
import org.grasslandcarbon.network.conformance.kit.Deliveries;
import org.grasslandcarbon.network.conformance.kit.Endorsed;
import org.grasslandcarbon.network.conformance.kit.GatewayCalls;
import org.grasslandcarbon.network.conformance.kit.Prepared;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;
import org.grasslandcarbon.network.conformance.kit.Target;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** Creators who change what was endorsed, and sign that. */
public final class Tampering implements Scenario {
  @Override
  public String name() {
    return "tampering";
  }

  @Override
  public String about() {
    return "Transactions that were changed between endorsement and submission.";
  }

  /** What a creator does to the transaction. */
  private interface Change {
    void to(Prepared prepared);
  }

  @Override
  public void play(Scene scene) throws Exception {
    endorsements(scene);
    contents(scene);
    headers(scene);
    envelopes(scene);
    unreadable(scene);
    scene.title("One of all these was good");
    scene.evaluate(scene.client(0), "get @a");
  }

  private static void endorsements(Scene scene) {
    Client client = scene.client(0);
    scene.title("Endorsements are dropped, repeated, damaged, added");
    commit(
        scene, "no endorsement", tx -> tx.endorsed(p -> p.getActionBuilder().clearEndorsements()));
    commit(
        scene,
        "two endorsements",
        tx -> tx.endorsed(p -> p.getActionBuilder().removeEndorsements(0)));
    commit(
        scene,
        "one endorsement three times",
        tx ->
            tx.endorsed(
                p -> {
                  Endorsement first = p.getAction().getEndorsements(0);
                  p.getActionBuilder().clearEndorsements();
                  for (int i = 0; i < 3; i++) {
                    p.getActionBuilder().addEndorsements(first);
                  }
                }));
    commit(
        scene,
        "a damaged signature",
        tx ->
            tx.endorsed(
                p -> p.getActionBuilder().getEndorsementsBuilder(1).setSignature(garbage())));
    commit(
        scene,
        "an endorsement by a client in the place of a peer's",
        tx ->
            tx.endorsed(
                p -> {
                  ByteString answer = p.getAction().getProposalResponsePayload();
                  p.getActionBuilder()
                      .getEndorsementsBuilder(0)
                      .setEndorser(client.creator())
                      .setSignature(client.sign(answer.concat(client.creator())));
                }));
    commit(
        scene,
        "a good endorsement too many",
        tx ->
            tx.endorsed(
                p -> p.getActionBuilder().addEndorsements(p.getAction().getEndorsements(0))));
  }

  private static void contents(Scene scene) {
    scene.title("What was proposed or done is changed");
    commit(
        scene,
        "another argument",
        tx ->
            tx.endorsed(
                p ->
                    p.setChaincodeProposalPayload(
                        p.getChaincodeProposalPayload()
                            .concat(ByteString.copyFrom(new byte[] {26, 0})))));
    commit(
        scene, "another result", tx -> tx.done(d -> d.getResponseBuilder().setMessage("better")));
    commit(scene, "no writes", tx -> tx.done(d -> d.clearResults()));
    commit(scene, "unreadable writes", tx -> tx.done(d -> d.setResults(garbage())));
    commit(
        scene,
        "another chaincode",
        tx -> tx.done(d -> d.getChaincodeIdBuilder().setName("registry")));
    commit(
        scene, "another version", tx -> tx.done(d -> d.getChaincodeIdBuilder().setVersion("99")));
    commit(scene, "no chaincode", tx -> tx.done(d -> d.clearChaincodeId()));
    commit(scene, "an event that is none", tx -> tx.done(d -> d.setEvents(garbage())));
    commit(scene, "another proposal hash", tx -> tx.answered(a -> a.setProposalHash(garbage())));
    commit(scene, "no proposal hash", tx -> tx.answered(a -> a.clearProposalHash()));
    commit(scene, "an answer that is none", tx -> tx.answered(a -> a.setExtension(garbage())));
    commit(scene, "no header of the action", tx -> tx.action(a -> a.clearHeader()));
  }

  private static void headers(Scene scene) {
    Client other = scene.client(1);
    scene.title("Headers are changed");
    commit(scene, "another epoch", tx -> tx.channelHeader(h -> h.setEpoch(1)));
    commit(
        scene, "another chaincode in the header", tx -> tx.channelHeader(h -> h.clearExtension()));
    commit(scene, "another time", tx -> tx.channelHeader(h -> h.clearTimestamp()));
    commit(scene, "another nonce", tx -> tx.signatureHeader(h -> h.setNonce(garbage())));
    scene.attempt(
        "TianjinMSP's client signs BeijingMSP's transaction as its own",
        () -> {
          Prepared theirs = endorsed(scene).signatureHeader(h -> h.setCreator(other.creator()));
          return scene.commit(other, theirs);
        });
  }

  private static void envelopes(Scene scene) {
    Client client = scene.client(0);
    Client other = scene.client(1);
    scene.title("What the orderers refuse");
    scene.attempt(
        "signed by somebody else",
        () -> {
          GatewayCalls.submit(other, Target.CHANNEL, endorsed(scene).envelope());
          return "taken";
        });
    scene.attempt(
        "signed over something else",
        () -> {
          Envelope envelope = endorsed(scene).envelope();
          GatewayCalls.submitSigned(
              client.channel(),
              Target.CHANNEL,
              envelope.toBuilder().setSignature(client.sign(garbage())).build());
          return "taken";
        });
    scene.attempt(
        "a payload that is none",
        () -> {
          GatewayCalls.submit(
              client, Target.CHANNEL, Envelope.newBuilder().setPayload(garbage()).build());
          return "taken";
        });
    scene.attempt(
        "no payload",
        () -> {
          GatewayCalls.submit(client, Target.CHANNEL, Envelope.getDefaultInstance());
          return "taken";
        });
    scene.attempt(
        "for a channel that there is not",
        () -> {
          GatewayCalls.submit(
              client,
              Target.CHANNEL,
              endorsed(scene).channelHeader(h -> h.setChannelId("elsewhere")).envelope());
          return "taken";
        });
  }

  /**
   * They are looked for in the blocks, because it is not promised that a peer knows them by an id.
   * A message of another type than a transaction's is not tried: BFT orderers of Fabric 3.1 take
   * it, put it into a block with others, and refuse that block for ever
   * (docs/internals/conformance.md).
   */
  private static void unreadable(Scene scene) throws InterruptedException {
    Client client = scene.client(0);
    scene.title("What the orderers take, and the peers do not");
    Endorsed before = scene.endorse(client, "put @b 1");
    scene.commit(before);
    GatewayCalls.submit(client, Target.CHANNEL, endorsed(scene).with(garbage()));
    GatewayCalls.submit(client, Target.CHANNEL, endorsed(scene).with(ByteString.EMPTY));
    Endorsed after = scene.endorse(client, "put @b 2");
    scene.commit(after);
    scene.see("the codes of the blocks between");
    Deliveries.invalid(client, scene.blockOf(before), scene.blockOf(after)).forEach(scene::see);
  }

  private static void commit(Scene scene, String heading, Change change) {
    scene.attempt(
        heading,
        () -> {
          Prepared prepared = endorsed(scene);
          change.to(prepared);
          return scene.commit(scene.client(0), prepared);
        });
  }

  private static Prepared endorsed(Scene scene) {
    Client client = scene.client(0);
    return new Prepared(
        GatewayCalls.endorse(
            client.channel(), new Crafted(scene, client, "put @a changed").signed()));
  }

  private static ByteString garbage() {
    return ByteString.copyFromUtf8("something else");
  }
}
