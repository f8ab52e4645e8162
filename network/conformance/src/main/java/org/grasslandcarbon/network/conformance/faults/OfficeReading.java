// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.blocks.BlockReader;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.grasslandcarbon.gateway.ledger.Deadlines;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.conformance.market.Judged;
import org.grasslandcarbon.views.CreditViews;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import tools.jackson.databind.JsonNode;

/** Asks one office what it holds: its peer for blocks, its gateway for answers. */
final class OfficeReading {
  private static final String CHANNEL = "grassland";
  private static final String CHAINCODE = "registry";
  private static final int MESSAGE_BYTES_MOST = 50 << 20;

  /** Questions to one gateway at the same time. */
  private static final int READERS = 8;

  /** What anybody may ask, besides the batch of the load. */
  private static final List<String> PUBLIC =
      List.of(
          "/projects?limit=200",
          "/batches?limit=200",
          "/reports?limit=200",
          "/retirements?limit=200");

  private final Network network;
  private final Office office;
  private final RegistryClient client;

  OfficeReading(Network network, Office office) {
    this.network = network;
    this.office = office;
    this.client = new RegistryClient(network.gateway(office));
  }

  /** How far the gateway is: {@code {"height": n, "projectedBlock": n - 1, "queued": 0, ...}}. */
  JsonNode status() {
    return client.publicReads().status();
  }

  /**
   * All that is held against the others and against what was promised.
   *
   * @param from the first block's number
   * @param height how many blocks the channel has
   * @param promises what to ask the gateway about
   * @param holders whose holdings to ask for
   * @param batch of what
   * @param reader who may see them
   */
  OfficeState state(
      long from,
      long height,
      List<Promise> promises,
      List<String> holders,
      BatchId batch,
      InstructionSigner reader) {
    List<OfficeState.SeenBlock> blocks = new ArrayList<>();
    List<OfficeState.Entry> entries = new ArrayList<>();
    readBlocks(from, height, blocks, entries);
    JsonNode totals = client.publicReads().show(CreditViews.BATCHES, batch.value());
    return new OfficeState(
        office,
        blocks,
        entries,
        answers(promises),
        holdings(holders, batch, reader),
        unaccounted(totals),
        publicAnswers());
  }

  private void readBlocks(
      long from, long height, List<OfficeState.SeenBlock> blocks, List<OfficeState.Entry> entries) {
    BlockReader reader = new BlockReader(CHAINCODE);
    eachBlock(
        from,
        height,
        block -> {
          blocks.add(seen(block));
          reader.read(block).transactions().forEach(each -> addEntries(each, entries));
        });
  }

  /** What the blocks of the office's peer say of instructions, in the order of the ledger. */
  List<Judged> judged(long from, long height) {
    BlockReader reader = new BlockReader(CHAINCODE);
    List<LedgerBlock> blocks = new ArrayList<>();
    eachBlock(from, height, block -> blocks.add(reader.read(block)));
    return Judged.of(blocks);
  }

  private void eachBlock(long from, long height, Consumer<Block> each) {
    ManagedChannel channel = channel();
    LedgerClient ledger =
        new LedgerClient(
            channel, identity(), CHANNEL, CHAINCODE, Clock.systemUTC(), Deadlines.DEFAULT);
    try (var stream = ledger.open(from)) {
      for (long number = from; number < height; number++) {
        each.accept(stream.next());
      }
    } finally {
      channel.shutdownNow();
    }
  }

  private ManagedChannel channel() {
    try {
      Path authority = network.home(office).resolve("identity/peer/tls/ca.pem");
      return Grpc.newChannelBuilder(
              network.peer(office),
              TlsChannelCredentials.newBuilder().trustManager(authority.toFile()).build())
          .maxInboundMessageSize(MESSAGE_BYTES_MOST)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LedgerIdentity identity() {
    Path msp = network.home(office).resolve("identity/gateway/msp");
    return LedgerIdentity.read(
        office.mspId(), msp.resolve("signcerts/cert.pem"), msp.resolve("keystore/priv_sk"));
  }

  /** A block whose data are not those of its header is not one. */
  private static OfficeState.SeenBlock seen(Block block) {
    ByteString data = ByteString.copyFrom(block.getData().getDataList());
    String dataHash = Sha256.of(data.toByteArray()).value();
    if (!hex(block.getHeader().getDataHash()).equals(dataHash)) {
      throw new FaultFailed("the data of block " + block.getHeader().getNumber() + " are damaged");
    }
    return new OfficeState.SeenBlock(
        block.getHeader().getNumber(), hex(block.getHeader().toByteString()), commitHash(block));
  }

  private static String commitHash(Block block) {
    try {
      ByteString metadata = block.getMetadata().getMetadata(BlockMetadataIndex.COMMIT_HASH_VALUE);
      return hex(Metadata.parseFrom(metadata).getValue());
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new FaultFailed("block " + block.getHeader().getNumber() + " has no commit hash");
    }
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static void addEntries(LedgerTransaction transaction, List<OfficeState.Entry> entries) {
    for (StateWrite write : transaction.writes()) {
      if (RecordTypes.of(write.key()).filter(JournalEntry.TYPE::equals).isPresent()) {
        JournalEntry entry = Codec.read(write.value(), JournalEntry.class);
        entries.add(
            new OfficeState.Entry(
                entry.id().value(), entry.code().map(Enum::name).orElse(Verdict.APPLIED)));
      }
    }
  }

  /** What the gateway answers to anybody about each instruction; nothing where it knows nothing. */
  private Map<String, String> answers(List<Promise> promises) {
    Map<String, String> answers = new ConcurrentHashMap<>();
    inParallel(
        promises,
        promise -> answer(promise.id()).ifPresent(answer -> answers.put(promise.id(), answer)));
    return answers;
  }

  private Optional<String> answer(String instruction) {
    try {
      Outcome outcome = client.outcome(new InstructionId(instruction), Duration.ZERO);
      return Optional.of(outcome.code().orElse(outcome.status().name()));
    } catch (RegistryProblem e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What holders have of a batch, in tonnes, as a reader who may see it is told. */
  Map<String, Long> holdings(List<String> holders, BatchId batch, InstructionSigner reader) {
    Map<String, Long> holdings = new ConcurrentHashMap<>();
    inParallel(holders, holder -> holdings.put(holder, held(holder, batch, reader)));
    return holdings;
  }

  private long held(String holder, BatchId batch, InstructionSigner reader) {
    return client
        .privateReads(reader)
        .list(CreditViews.HOLDINGS, Map.of("owner", holder, "batch", batch.value()))
        .items()
        .stream()
        .flatMap(each -> each.path("held").valueStream())
        .mapToLong(range -> SerialRange.parse(range.asString()).count())
        .sum();
  }

  /** Questions to one gateway, some at a time. */
  static <T> void inParallel(List<T> all, Consumer<T> each) {
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<CompletableFuture<Void>> asked =
          all.stream()
              .map(one -> CompletableFuture.runAsync(() -> each.accept(one), readers))
              .toList();
      asked.forEach(CompletableFuture::join);
    } finally {
      readers.shutdownNow();
    }
  }

  /** What was issued less what is held, frozen, buffered, retired and cancelled. */
  private static long unaccounted(JsonNode batch) {
    return batch.path("issued").asLong()
        - batch.path("totals").valueStream().mapToLong(JsonNode::asLong).sum();
  }

  private Map<String, String> publicAnswers() {
    Map<String, String> answers = new TreeMap<>();
    for (String path : PUBLIC) {
      byte[] answer = client.publicReads().at(path).toString().getBytes(StandardCharsets.UTF_8);
      answers.put(path, Sha256.of(answer).value());
    }
    return answers;
  }
}
