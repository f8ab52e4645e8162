// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.BindableService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.grasslandcarbon.disk.DirectoryLock;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the parts of a peer together in the order in which they depend on each other, and takes them
 * apart again.
 */
final class PeerRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerRuntime.class);
  private static final int SHUTDOWN_SECONDS = 10;

  private final PeerOptions options;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private PeerKeys keys;
  private Ledger ledger;
  private Orderer orderer;
  private CommitWaiters waiters;
  private final TransientStore transientStore = new TransientStore();
  private GrpcServers servers;

  private PeerRuntime(PeerOptions options) {
    this.options = options;
  }

  static PeerRuntime start(PeerOptions options) {
    PeerRuntime runtime = new PeerRuntime(options);
    try {
      runtime.openLedger();
      runtime.openServices();
      return runtime;
    } catch (IOException e) {
      runtime.close();
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.WRITE_FAILED,
          "账本目录 " + options.directory() + " 无法读写（" + e + "）；请检查磁盘空间与权限。",
          "The ledger in "
              + options.directory()
              + " cannot be read or written ("
              + e
              + "); look at the disk's space and the permissions.",
          e);
    } catch (RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  private void openLedger() throws IOException {
    OwnerOnlyFiles.createDirectories(options.directory());
    open.push(lock());
    BlockLog log = BlockLog.open(options.directory(), options.disk());
    open.push(log);
    report(log);
    boolean isNew = log.height() == 0;
    if (!isNew) {
      ChannelConfiguration.read(log.read(0).getBlock())
          .mustBe(options.channel(), new TreeSet<>(options.organisations()));
    }
    keys =
        PeerKeys.open(options.directory().resolve("organisations"), options.organisations(), isNew);
    ledger =
        Ledger.open(
            log,
            indexDirectory(),
            ChannelConfiguration.of(
                options.channel(), keys.applicationCertificates(), keys.ordererCertificates()),
            keys.membership(),
            keys.orderer(),
            options.cutting(),
            options.clock());
    // The ledger closes the log itself.
    open.pop();
    open.push(ledger);
    try {
      define();
    } catch (UnusableIndexException e) {
      ledger.remakeIndexIfUnusable();
      define();
    }
  }

  /** What was done to the log so that it could be opened. */
  private void report(BlockLog log) throws IOException {
    if (log.lossAccepted()) {
      LOG.warn(
          "The ledger goes on with {} blocks although it had more, as a person has accepted; what followed them is kept in {}.",
          log.height(),
          log.dropped().map(Path::toString).orElse("no file, there being nothing"));
      // It may know more than the log now does.
      LedgerIndex.discard(indexDirectory());
    } else {
      log.dropped()
          .ifPresent(
              kept ->
                  LOG.warn(
                      "The last record of the block log was incomplete and had never been acknowledged; it was cut off and is kept in {}.",
                      kept));
    }
  }

  private DirectoryLock lock() throws IOException {
    return DirectoryLock.tryAcquire(options.directory())
        .orElseThrow(
            () ->
                new EmbeddedPeerException(
                    EmbeddedPeerException.Reason.DIRECTORY_LOCKED,
                    "另一个进程正在使用 " + options.directory() + " 中的账本；请停止它，或换用其他目录。",
                    "Another process is using the ledger in "
                        + options.directory()
                        + "; stop it or choose another directory."));
  }

  private Path indexDirectory() {
    return options.directory().resolve(LedgerIndex.DIRECTORY);
  }

  /** Writes the definition of every chaincode that is new or has new terms. */
  private void define() throws IOException {
    List<CheckedTransaction> definitions = new ArrayList<>();
    List<SigningIdentity> peers = List.copyOf(keys.peers().values());
    TransactionCheck check = new TransactionCheck(keys.membership());
    try (Snapshot state = ledger.snapshot()) {
      for (Chaincodes.Installed chaincode : options.chaincodes()) {
        Lifecycle.Definition current = Lifecycle.read(state, chaincode.name());
        Lifecycle.Definition wanted =
            new Lifecycle.Definition(
                chaincode.name(),
                current == null ? 1 : current.sequence() + 1,
                chaincode.version(),
                options.policy(),
                chaincode.collections());
        if (!wanted.sameTerms(current)) {
          definitions.add(
              check.check(
                  DefinitionTransaction.envelope(
                      options.channel(), wanted, peers, options.clock().instant())));
        }
      }
    }
    if (!definitions.isEmpty()) {
      ledger.commit(definitions, Map.of());
    }
  }

  private void openServices() throws IOException {
    ExecutorService executor = newExecutor();
    Membership membership = keys.membership();
    waiters = new CommitWaiters();
    orderer =
        new Orderer(ledger, options.cutting(), waiters::committed, waiters::delay, waiters::fail);
    Chaincodes chaincodes =
        new Chaincodes(
            options.channel(),
            options.chaincodes(),
            options.organisations(),
            ledger,
            options.history(),
            executor,
            options.executionTimeout());
    open.push(() -> stop(executor));
    open.push(chaincodes);
    orderer.start();
    open.push(orderer);
    chaincodes.open();
    AccessCheck access = new AccessCheck(options.channel(), membership);
    GatewayService gateway = newGateway(membership, chaincodes, access, executor);
    DeliverService deliver = new DeliverService(ledger, access, options.clock(), executor);
    Map<BindableService, CallLimit> services =
        Map.of(
            gateway,
            new CallLimit("/gateway.Gateway", options.limits().gatewayCalls()),
            deliver,
            new CallLimit("/protos.Deliver", options.limits().deliverStreams()));
    servers = new GrpcServers(services, executor);
    open.push(servers);
    LOG.info(
        "Embedded peer of channel {} at height {} in {}. It holds the keys of all organisations and is for one machine.",
        options.channel(),
        ledger.height(),
        options.directory());
  }

  private GatewayService newGateway(
      Membership membership, Chaincodes chaincodes, AccessCheck access, ExecutorService executor) {
    ProposalCheck check = new ProposalCheck(ledger, membership, options.clock());
    Endorser endorser = new Endorser(chaincodes, keys.peers(), membership);
    return new GatewayService(
        new EvaluateCalls(ledger, chaincodes, check, endorser),
        new EndorseCalls(
            ledger,
            chaincodes,
            check,
            endorser,
            new EndorsementCollector(endorser, executor),
            options.policy(),
            transientStore),
        new SubmitCalls(
            options.channel(),
            new TransactionCheck(membership),
            options.cutting(),
            transientStore,
            orderer,
            PeerKeys.ORDERER_MSP),
        new CommitStatusCalls(ledger, access, waiters, executor),
        new ChaincodeEventStreams(ledger, access, executor));
  }

  /** Threads come and go with the calls, whose number is limited. */
  private static ExecutorService newExecutor() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "embedded-peer-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  private static void stop(ExecutorService executor) throws InterruptedException {
    executor.shutdownNow();
    executor.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
  }

  PeerKeys keys() {
    return keys;
  }

  Ledger ledger() {
    return ledger;
  }

  Orderer orderer() {
    return orderer;
  }

  CommitWaiters waiters() {
    return waiters;
  }

  TransientStore transientStore() {
    return transientStore;
  }

  GrpcServers servers() {
    return servers;
  }

  /** One at a time: they share the name of a working file. */
  synchronized VerificationReport verify() throws IOException {
    return ledger.verify(keys.membership());
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("A part of the embedded peer did not close cleanly.", e);
      }
    }
  }
}
