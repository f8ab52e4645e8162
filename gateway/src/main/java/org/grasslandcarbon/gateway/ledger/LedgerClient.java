// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.Founding;
import org.grasslandcarbon.domain.registry.StateDigests;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.blocks.BlockNotServedException;
import org.grasslandcarbon.gateway.blocks.BlockReader;
import org.grasslandcarbon.gateway.blocks.BlockSource;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;

/**
 * Puts batches on the ledger and reads its blocks, through a peer's gateway service. Safe for use
 * by many threads; the channel is the caller's to close.
 */
public final class LedgerClient implements Ledger, BlockSource {
  /** Fabric's own chaincode that answers questions about the ledger. */
  private static final String LEDGER_QUERIES = "qscc";

  /** Asked again and again, so that a late answer is worth nothing. */
  private static final Duration HEIGHT_WITHIN = Duration.ofSeconds(5);

  /**
   * In the background, a thousand keys at a time; a peer that is busier than that is left alone.
   */
  private static final Duration DIGESTS_WITHIN = Duration.ofSeconds(20);

  /** One block that the peer has. */
  private static final Duration BLOCK_WITHIN = Duration.ofSeconds(10);

  private final Gateway gateway;
  private final ByteString creator;
  private final String channelName;
  private final String chaincodeName;
  private final Clock clock;
  private final Deadlines deadlines;
  private final BlockReader reader;
  private final Endorsements endorsements;

  /** A client whose disagreements are noted in the log only; the same otherwise. */
  public LedgerClient(
      Channel channel,
      LedgerIdentity identity,
      String channelName,
      String chaincodeName,
      Clock clock,
      Deadlines deadlines) {
    this(
        channel,
        identity,
        channelName,
        chaincodeName,
        clock,
        deadlines,
        Disagreements.loggedOnly());
  }

  /**
   * @param channel to the peer
   * @param identity who we are to Fabric
   * @param channelName Fabric's channel
   * @param chaincodeName the registry's chaincode
   * @param clock gives each transaction its time. Endorsers refuse what is more than five minutes
   *     from their own clocks.
   * @param deadlines of the stages of a transaction
   * @param disagreements where organisations whose chaincodes do not agree are noted
   */
  public LedgerClient(
      Channel channel,
      LedgerIdentity identity,
      String channelName,
      String chaincodeName,
      Clock clock,
      Deadlines deadlines,
      Disagreements disagreements) {
    this.gateway =
        Gateway.newInstance()
            .identity(new X509Identity(identity.mspId(), identity.certificate()))
            .signer(new LowSSigner(identity.privateKey()))
            .hash(Hash.SHA256)
            .connection(channel)
            .connect();
    this.creator = identity.creator();
    this.channelName = channelName;
    this.chaincodeName = chaincodeName;
    this.clock = clock;
    this.deadlines = deadlines;
    this.reader = new BlockReader(chaincodeName);
    this.endorsements =
        new Endorsements(
            gateway,
            deadlines.endorse(),
            new ChannelMembers(gateway, channelName, clock),
            disagreements);
  }

  @Override
  public SubmittedBatch submit(List<byte[]> instructions) {
    List<byte[]> call = call("submit", instructions);
    Transaction transaction = endorse(call);
    LedgerTransaction prepared = EndorsedBatch.mustBeOurs(transaction, call, reader);
    EndorsedBatch batch = EndorsedBatch.of(transaction.getResult(), prepared);
    return flying(transaction, block -> batch.inBlock(prepared.id(), block)).fly();
  }

  /**
   * Sends the founding document in the name of our organisation.
   *
   * @param document strict JSON of a {@link org.grasslandcarbon.domain.registry.FoundingDocument}
   * @return what has been sent so far, and when the registry was founded, if it is now
   * @throws LedgerException as {@link #submit} does; {@link BatchRefusedException} with {@code
   *     ALREADY_FOUNDED} when there is nothing left to do
   */
  public Founding bootstrap(byte[] document) {
    List<byte[]> call = call("bootstrap", List.of(document));
    Transaction transaction = endorse(call);
    LedgerTransaction prepared = EndorsedBatch.mustBeOurs(transaction, call, reader);
    EndorsedBatch nothing = EndorsedBatch.withoutInstructions();
    flying(transaction, block -> nothing.inBlock(prepared.id(), block)).fly();
    try {
      return Codec.read(transaction.getResult(), Founding.class);
    } catch (RegistryException e) {
      throw new LedgerSettingsException("the chaincode's answer cannot be read", e);
    }
  }

  private static List<byte[]> call(String function, List<byte[]> arguments) {
    List<byte[]> call = new ArrayList<>(arguments.size() + 1);
    call.add(function.getBytes(StandardCharsets.UTF_8));
    call.addAll(arguments);
    return call;
  }

  private Transaction endorse(List<byte[]> call) {
    return endorsements.endorse(proposal(call));
  }

  private byte[] proposal(List<byte[]> call) {
    Proposal built =
        gateway
            .getNetwork(channelName)
            .getContract(chaincodeName)
            .newProposal(new String(call.get(0), StandardCharsets.UTF_8))
            .addArguments(call.subList(1, call.size()).toArray(byte[][]::new))
            .build();
    return Stamp.proposal(built.getBytes(), clock.instant());
  }

  /**
   * Has the organisations' peers sign what is stored under some keys. Nothing is written.
   *
   * @param keys composite keys of public records, each once
   * @return what more than half of them have signed
   * @throws LedgerException when not as many answer, or answer the same
   */
  public Vouched attest(List<String> keys) {
    List<byte[]> arguments =
        keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
    return Vouched.of(endorsements.vouched(proposal(call("attest", arguments))), chaincodeName);
  }

  /** The channel. */
  public String channelName() {
    return channelName;
  }

  /** The chaincode. */
  public String chaincodeName() {
    return chaincodeName;
  }

  /**
   * The signed instruction that a block has, as it was sent.
   *
   * @param block the block's number
   * @return empty when the block does not have it
   * @throws RuntimeException when the peer does not give the block in time
   */
  public Optional<byte[]> instruction(long block, InstructionId id) {
    byte[] built =
        gateway
            .getNetwork(channelName)
            .newBlockEventsRequest()
            .startBlock(block)
            .build()
            .getBytes();
    try (CloseableIterator<Block> blocks =
        gateway
            .newBlockEventsRequest(Stamp.envelope(built, clock.instant()))
            .getEvents(options -> FlyingTransaction.within(options, BLOCK_WITHIN))) {
      return reader.read(blocks.next()).transactions().stream()
          .flatMap(transaction -> transaction.arguments().stream().skip(1))
          .filter(argument -> isInstruction(argument, id))
          .findFirst();
    }
  }

  /** A block has what was refused as malformed, too, and founding documents. */
  private static boolean isInstruction(byte[] argument, InstructionId id) {
    try {
      return SignedInstruction.parse(argument).instruction().id().equals(id);
    } catch (RegistryException notOne) {
      return false;
    }
  }

  private FlyingTransaction flying(Transaction transaction, LongFunction<SubmittedBatch> inBlock) {
    CommitStatusRequest request =
        CommitStatusRequest.newBuilder()
            .setChannelId(channelName)
            .setTransactionId(transaction.getTransactionId())
            .setIdentity(creator)
            .build();
    Commit commit =
        gateway.newCommit(
            SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build()
                .toByteArray());
    return new FlyingTransaction(transaction, commit, deadlines, inBlock);
  }

  /** How many blocks the channel has, as our peer knows; empty when it does not answer. */
  public OptionalLong height() {
    Proposal built =
        gateway
            .getNetwork(channelName)
            .getContract(LEDGER_QUERIES)
            .newProposal("GetChainInfo")
            .addArguments(channelName)
            .build();
    Proposal proposal = gateway.newProposal(Stamp.proposal(built.getBytes(), clock.instant()));
    try {
      byte[] info = proposal.evaluate(options -> FlyingTransaction.within(options, HEIGHT_WITHIN));
      return OptionalLong.of(BlockchainInfo.parseFrom(info).getHeight());
    } catch (GatewayException | InvalidProtocolBufferException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * What our peer has stored under keys, as its chaincode sees it.
   *
   * @param keys composite keys, each once, at most {@link StateDigests#KEYS_MOST}
   * @return the SHA-256 of each, in their order; empty where nothing is stored
   * @throws NoDigestsException when the peer does not answer, or runs a chaincode from before this
   *     could be asked
   */
  public List<Optional<Sha256>> stateDigests(List<String> keys) throws NoDigestsException {
    Proposal built =
        gateway
            .getNetwork(channelName)
            .getContract(chaincodeName)
            .newProposal("stateDigests")
            .addArguments(keys.toArray(String[]::new))
            .build();
    Proposal proposal = gateway.newProposal(Stamp.proposal(built.getBytes(), clock.instant()));
    try {
      byte[] answer =
          proposal.evaluate(options -> FlyingTransaction.within(options, DIGESTS_WITHIN));
      List<Optional<Sha256>> digests = new ArrayList<>(keys.size());
      for (String digest : Codec.read(answer, String[].class)) {
        digests.add(digest.isEmpty() ? Optional.empty() : Optional.of(new Sha256(digest)));
      }
      if (digests.size() != keys.size()) {
        throw new NoDigestsException("the chaincode answered other keys than were asked", null);
      }
      return digests;
    } catch (GatewayException | RuntimeException e) {
      throw new NoDigestsException("the peer's state cannot be asked: " + e.getMessage(), e);
    }
  }

  /**
   * Opens the channel's blocks.
   *
   * <p>No deadline: the stream waits for blocks that are yet to come. That the peer is gone shows
   * in the channel's keep-alive.
   */
  @Override
  public BlockStream open(long fromBlock) {
    byte[] built =
        gateway
            .getNetwork(channelName)
            .newBlockEventsRequest()
            .startBlock(fromBlock)
            .build()
            .getBytes();
    // A peer refuses requests whose time is not near its own.
    CloseableIterator<Block> blocks =
        gateway.newBlockEventsRequest(Stamp.envelope(built, clock.instant())).getEvents();
    return new BlockStream() {
      private long next = fromBlock;

      @Override
      public Block next() {
        try {
          Block block = blocks.next();
          next++;
          return block;
        } catch (NoSuchElementException e) {
          // By which the SDK tells of a status in the place of a block.
          throw new BlockNotServedException(next, e);
        }
      }

      @Override
      public void close() {
        blocks.close();
      }
    };
  }
}
