// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.disk.AppendOnlyFile;
import org.hyperledger.fabric.protos.common.Block;

/**
 * A Hyperledger Fabric compatible peer, with its ordering, in this JVM: one channel, any number of
 * organisations whose keys it all holds, chaincodes in process or reached over gRPC, and a durable
 * ledger in a directory of its own.
 *
 * <p>The unmodified Fabric Gateway SDK works over {@link #newInProcessChannel()} and over the
 * address that {@link #serve(InetSocketAddress)} gives. It is for one machine: it gives none of the
 * trust of a network of several operators.
 *
 * <p>A transaction is synced to disk before its commit status is answered and before its block is
 * delivered. All methods may be called by any thread.
 */
public final class EmbeddedPeer implements AutoCloseable {
  private final PeerRuntime runtime;
  private ManagedChannel shared;

  EmbeddedPeer(PeerRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Starts describing a peer.
   *
   * @param directory where keys and ledger are, or will be made; readable by its owner only
   */
  public static Builder builder(Path directory) {
    return new Builder(directory);
  }

  /**
   * The in-process channel that this peer keeps and shuts down itself; usable with the Fabric
   * Gateway SDK.
   */
  public synchronized ManagedChannel channel() {
    if (shared == null) {
      shared = runtime.servers().newInProcessChannel();
    }
    return shared;
  }

  /** Another in-process channel, which the caller has to shut down. */
  public ManagedChannel newInProcessChannel() {
    return runtime.servers().newInProcessChannel();
  }

  /**
   * Serves gRPC without TLS on a loopback address, until the peer is closed. The peer takes and
   * sends messages up to 100 MiB; a client takes 4 MiB unless its channel is built with a larger
   * {@code maxInboundMessageSize}.
   *
   * @param loopback port 0 for any free port
   * @return the address that is bound
   * @throws EmbeddedPeerException {@code INVALID_ARGUMENT} when the address is not a loopback
   *     address
   * @throws UncheckedIOException when the port cannot be bound
   */
  public InetSocketAddress serve(InetSocketAddress loopback) {
    try {
      return runtime.servers().serve(loopback);
    } catch (IOException e) {
      throw new UncheckedIOException("The address " + loopback + " cannot be served.", e);
    }
  }

  /**
   * A client identity of an organisation: the stored one of this name, or a new one that the
   * organisation's CA issues.
   *
   * @param mspId one of the peer's organisations
   * @param commonName 1 to 64 characters
   * @throws EmbeddedPeerException {@code INVALID_ARGUMENT} for another organisation or a bad name
   */
  public EmbeddedIdentity enrol(String mspId, String commonName) {
    return runtime.keys().enrol(mspId, commonName);
  }

  /**
   * The certificates of the organisations' authorities, by MSP id: what those who verify a peer's
   * signature elsewhere hold it against.
   */
  public Map<String, X509Certificate> authorities() {
    return runtime.keys().applicationCertificates();
  }

  /**
   * The number of blocks on disk; the newest block is one below. Block 0 is the channel's
   * configuration.
   */
  public long height() {
    return runtime.ledger().height();
  }

  /**
   * A block, as Fabric's message.
   *
   * @param number from 0 to below {@link #height()}
   * @throws IndexOutOfBoundsException when there is no such block
   */
  public Block block(long number) {
    if (number < 0 || number >= height()) {
      throw new IndexOutOfBoundsException(
          "There is no block " + number + ", the height is " + height() + ".");
    }
    return runtime.ledger().block(number);
  }

  /** SHA-256 of the first block's header, hexadecimal: it names this ledger and no other. */
  public String genesisHash() {
    return HexFormat.of().formatHex(Blocks.headerHash(block(0).getHeader()).toByteArray());
  }

  /**
   * Replays all blocks from the first one, with every signature and every conflict check, and
   * compares the outcome with the index from which reads are served. Commits go on meanwhile;
   * blocks that come after the start are not looked at.
   *
   * @throws UncheckedIOException when the blocks cannot be read
   * @throws EmbeddedPeerException {@code DIRECTORY_DAMAGED} when a block's bytes are damaged
   */
  public VerificationReport verify() {
    try {
      return runtime.verify();
    } catch (IOException e) {
      throw new UncheckedIOException("The ledger cannot be read.", e);
    }
  }

  /** Commits what was submitted, ends all calls and streams, and closes the directory. */
  @Override
  public void close() {
    synchronized (this) {
      if (shared != null) {
        shared.shutdownNow();
      }
    }
    runtime.close();
  }

  /** Describes a peer; every option has a default except the directory. */
  public static final class Builder {
    private final Path directory;
    private String channel = "grassland";
    private List<String> organisations = List.of("GrasslandMSP");
    private int required;
    private Clock clock = Clock.systemUTC();
    private final List<Chaincodes.Installed> chaincodes = new ArrayList<>();
    private BlockCutting cutting = BlockCutting.WHEN_IDLE;
    private ConcurrencyLimits limits = ConcurrencyLimits.DEFAULT;
    private Duration executionTimeout = ChaincodeStream.EXECUTION_TIMEOUT;
    private boolean history = true;
    private AppendOnlyFile.Disk disk = AppendOnlyFile.Disk.REAL;

    private Builder(Path directory) {
      this.directory = directory.toAbsolutePath();
    }

    /** The channel's name; {@code grassland} unless set. An existing ledger must have the same. */
    public Builder channel(String name) {
      channel = name;
      return this;
    }

    /**
     * The organisations, each with a CA and an endorsing peer; {@code GrasslandMSP} alone unless
     * set.
     */
    public Builder organisations(List<String> mspIds) {
      organisations = List.copyOf(mspIds);
      return this;
    }

    /**
     * How many of the organisations must endorse a transaction; more than half of them unless set.
     */
    public Builder endorsementPolicy(int outOf) {
      required = outOf;
      return this;
    }

    /**
     * The clock against which proposals are checked (15 minutes either way); the system's unless
     * set.
     */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /**
     * Adds a chaincode without named private data collections. Every organisation has its implicit
     * collection.
     *
     * @param name letters, digits, {@code _} and {@code -}
     * @param version of the definition; a new version is written to the ledger when the peer is
     *     opened
     */
    public Builder chaincode(String name, String version, ChaincodeConnector connector) {
      return chaincode(name, version, connector, List.of());
    }

    /** Adds a chaincode with private data collections of which every organisation is a member. */
    public Builder chaincode(
        String name, String version, ChaincodeConnector connector, List<String> collections) {
      if (!name.matches("[A-Za-z0-9]+([-_][A-Za-z0-9]+)*") || version.isBlank()) {
        throw new EmbeddedPeerException(
            EmbeddedPeerException.Reason.INVALID_ARGUMENT,
            "A chaincode needs a name of letters, digits, '-' and '_', and a version.");
      }
      chaincodes.add(new Chaincodes.Installed(name, version, connector, Map.of(), collections));
      return this;
    }

    /**
     * Gives an organisation a copy of its own of a chaincode that was added before, as on a network
     * where each runs its own process, perhaps not the same program.
     *
     * @param mspId one of the organisations
     */
    public Builder chaincodeOf(String mspId, String name, ChaincodeConnector connector) {
      boolean added = chaincodes.stream().anyMatch(each -> each.name().equals(name));
      if (!added || !organisations.contains(mspId)) {
        throw new EmbeddedPeerException(
            EmbeddedPeerException.Reason.INVALID_ARGUMENT,
            "There is no chaincode " + name + " or no organisation " + mspId + ".");
      }
      chaincodes.replaceAll(
          each -> each.name().equals(name) ? each.withOwn(mspId, connector) : each);
      return this;
    }

    /** When blocks are cut; {@link BlockCutting#WHEN_IDLE} unless set. */
    public Builder blockCutting(BlockCutting newCutting) {
      cutting = newCutting;
      return this;
    }

    /** How many calls are served at once; {@link ConcurrencyLimits#DEFAULT} unless set. */
    public Builder limits(ConcurrencyLimits newLimits) {
      limits = newLimits;
      return this;
    }

    /** How long a chaincode may take over one transaction; 30 seconds, as in Fabric, unless set. */
    public Builder executionTimeout(Duration timeout) {
      executionTimeout = timeout;
      return this;
    }

    /**
     * Whether chaincodes may ask for the history of keys, as {@code
     * ledger.history.enableHistoryDatabase} of a Fabric peer; they may unless set.
     */
    public Builder history(boolean enabled) {
      history = enabled;
      return this;
    }

    Builder disk(AppendOnlyFile.Disk newDisk) {
      disk = newDisk;
      return this;
    }

    /**
     * Opens the directory, brings the ledger up to date, connects the chaincodes and waits until
     * they are ready.
     *
     * @throws EmbeddedPeerException with the reason, when it cannot be opened
     */
    public EmbeddedPeer open() {
      return new EmbeddedPeer(PeerRuntime.start(options()));
    }

    /**
     * What has been described.
     *
     * @throws EmbeddedPeerException {@code INVALID_ARGUMENT} when it cannot be a peer
     */
    PeerOptions options() {
      if (organisations.isEmpty()
          || organisations.stream().distinct().count() != organisations.size()
          || organisations.contains(PeerKeys.ORDERER_MSP)) {
        throw new EmbeddedPeerException(
            EmbeddedPeerException.Reason.INVALID_ARGUMENT,
            "There must be at least one organisation, none of them twice, none named "
                + PeerKeys.ORDERER_MSP
                + ".");
      }
      EndorsementPolicy policy =
          required == 0
              ? EndorsementPolicy.majorityOf(organisations)
              : new EndorsementPolicy(required, organisations);
      return new PeerOptions(
          directory,
          channel,
          organisations,
          policy,
          clock,
          List.copyOf(chaincodes),
          cutting,
          limits,
          executionTimeout,
          history,
          disk);
    }
  }
}
