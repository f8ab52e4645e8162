// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.Newcomers;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.PracticeStage.Arrived;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/** What scenarios do with the registry's chaincode: sign instructions and bring them. */
public final class RegistryCalls {
  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final RegionCode REGION = new RegionCode("110000");
  private static final Arrived NOT_ENDORSED = new Arrived("not endorsed", List.of());

  private final Scene scene;
  private final ExampleSigners examples;
  private int next;

  public RegistryCalls(Scene scene) {
    this.scene = scene;
    examples = new ExampleSigners(scene.target().founderKeys().getParent());
  }

  /** The keys of the example that the ledger was founded with. */
  public ExampleSigners examples() {
    return examples;
  }

  /** Signs an instruction. */
  public InstructionText sign(InstructionSigner who, Action action) {
    InstructionText text = who.sign(InstructionSigner.newId(), action, VALIDITY);
    scene.name(text.id().value(), "<" + text.action() + ">");
    return text;
  }

  /** Somebody with a key of their own whom nobody knows yet, called so in the transcript. */
  public InstructionSigner stranger(String name) {
    InstructionSigner signer = Newcomers.in(REGION);
    name(signer, name);
    return signer;
  }

  /** Lets a signer have a name in the transcript. */
  public void name(InstructionSigner signer, String name) {
    scene.name(signer.participant().value(), "<" + name + ">");
    scene.name(signer.key().kid().value(), "<key of " + name + ">");
  }

  /** Somebody whom Beijing's office has admitted. */
  public InstructionSigner admitted(String name, Role role) {
    InstructionSigner newcomer = stranger(name);
    bring(admission(newcomer, role));
    return newcomer;
  }

  /** The admission of somebody by Beijing's office. */
  public InstructionText admission(InstructionSigner newcomer, Role role) {
    return sign(
        examples.get("office-beijing"),
        new AdmitParticipant(
            Optional.empty(),
            newcomer.participant(),
            List.of(newcomer.key().jwk()),
            Name.of("演练主体", "Participant for practice"),
            REGION,
            List.of(role)));
  }

  /** A transaction of the registry that enough offices have endorsed. */
  public Endorsed endorse(Client client, List<byte[]> texts) throws EndorseException {
    Proposal proposal =
        client
            .contract(Target.REGISTRY)
            .newProposal("submit")
            .addArguments(texts.toArray(byte[][]::new))
            .build();
    scene.transaction(proposal.getTransactionId());
    return new Endorsed(scene, client, proposal.endorse());
  }

  /** The same, for what must not be refused as a whole. */
  public Endorsed endorsed(Client client, InstructionText... texts) {
    try {
      return endorse(client, Stream.of(texts).map(RegistryCalls::bytes).toList());
    } catch (EndorseException e) {
      throw new IllegalStateException("refused: " + Failure.of(e), e);
    }
  }

  public static byte[] bytes(InstructionText text) {
    return text.jws().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * A stage whose instructions go through the offices in turn, with everybody's name in the
   * transcript.
   */
  public PracticeStage stage() {
    PracticeStage stage =
        new PracticeStage(
            this::bringForStory,
            examples.get("authority"),
            examples.get("office-inner-mongolia"),
            new RegionCode("150000"));
    name(stage.signer(Part.OFFICE), "office-inner-mongolia");
    for (Part part : List.of(Part.AUTHORITY, Part.OWNER, Part.VALIDATOR, Part.VERIFIER)) {
      name(stage.signer(part), part.en());
    }
    return stage;
  }

  private Arrived bringForStory(InstructionText text) {
    scene.name(text.id().value(), "<" + text.action() + ">");
    if (text.action().equals(PublishMethodology.TYPE.name())) {
      // Once for ever on a ledger, so that whether it is there already is no matter of this run.
      return bringUnseen(text);
    }
    return bring(text);
  }

  /**
   * Brings instructions through the offices in turn, and writes down all that came of them.
   *
   * @return the first one's code, and the references of all
   */
  public Arrived bring(InstructionText... texts) {
    Client client = scene.client(next++ % scene.clients().size());
    List<Arrived> arrived = new ArrayList<>();
    scene.attempt(
        client.mspId()
            + " brings "
            + Stream.of(texts)
                .map(text -> text.action() + " of " + text.participant())
                .collect(Collectors.joining(", ")),
        () -> {
          Endorsed endorsed = endorsed(client, texts);
          List<KVWrite> writes = writes(endorsed);
          arrived.add(arrived(endorsed, writes));
          for (Reference each : arrived.get(0).references()) {
            scene.nameIfNew(each.id(), "<" + each.type() + ">");
          }
          return endorsed.commit() + "\n" + shown(endorsed, writes);
        });
    return arrived.isEmpty() ? NOT_ENDORSED : arrived.get(0);
  }

  private static Arrived arrived(Endorsed endorsed, List<KVWrite> writes) {
    return new Arrived(
        verdicts(endorsed)[0].code(),
        journal(writes).stream().flatMap(entry -> entry.references().stream()).toList());
  }

  private static Verdict[] verdicts(Endorsed endorsed) {
    return Codec.read(endorsed.transaction().getResult(), Verdict[].class);
  }

  /** Brings an instruction of which it is no matter whether it is new on this ledger. */
  private Arrived bringUnseen(InstructionText text) {
    try {
      Endorsed endorsed = endorsed(scene.client(0), text);
      endorsed.commit();
      return arrived(endorsed, writes(endorsed));
    } catch (SubmitException | CommitStatusException e) {
      throw new IllegalStateException("refused: " + Failure.of(e), e);
    }
  }

  /** The verdicts, what they moved, and how many records of which type were written. */
  public static String shown(Endorsed endorsed) {
    return shown(endorsed, writes(endorsed));
  }

  private static String shown(Endorsed endorsed, List<KVWrite> writes) {
    List<String> lines = new ArrayList<>();
    for (Verdict verdict : verdicts(endorsed)) {
      lines.add(verdict.code() + verdict.detail().map(detail -> ": " + detail).orElse(""));
    }
    for (JournalEntry entry : journal(writes)) {
      for (Posting each : entry.postings()) {
        lines.add(
            each.amount()
                + " of "
                + each.asset()
                + ": "
                + each.source()
                + " -> "
                + each.destination());
      }
    }
    lines.add("writes " + counted(writes));
    return String.join("\n", lines);
  }

  /** How many records of which type a transaction writes. */
  public static String counted(Endorsed endorsed) {
    return counted(writes(endorsed)).toString();
  }

  private static Map<String, Long> counted(List<KVWrite> writes) {
    return writes.stream()
        .collect(Collectors.groupingBy(RegistryCalls::type, TreeMap::new, Collectors.counting()));
  }

  private static String type(KVWrite write) {
    return Keys.isComposite(write.getKey()) ? Keys.parts(write.getKey()).get(0) : write.getKey();
  }

  private static List<JournalEntry> journal(List<KVWrite> writes) {
    return writes.stream()
        .filter(write -> type(write).equals(JournalEntry.TYPE.name()))
        .map(write -> Codec.read(write.getValue().toByteArray(), JournalEntry.class))
        .toList();
  }

  private static List<KVWrite> writes(Endorsed endorsed) {
    try {
      ByteString results = new Prepared(endorsed.envelope()).done().getResults();
      List<KVWrite> writes = new ArrayList<>();
      for (NsReadWriteSet set : TxReadWriteSet.parseFrom(results).getNsRwsetList()) {
        if (set.getNamespace().equals(Target.REGISTRY)) {
          writes.addAll(KVRWSet.parseFrom(set.getRwset()).getWritesList());
        }
      }
      return writes;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
