// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The network of four offices on this machine, as {@code network/fabric} runs it. Nodes are killed
 * and stopped by the process ids that its scripts have written down, and no others.
 */
public final class Network {
  private static final int OFFICE_PORTS = 100;
  private static final int GATEWAY_PORT = 80;
  private static final int PEER_PORT = 51;

  private final Path scripts;
  private final Path data;
  private final int firstPort;

  /**
   * @param scripts the directory {@code network/fabric}
   * @param data where the network keeps what it has ({@code GRASSLAND_NETWORK_DATA})
   * @param firstPort of the first office ({@code GRASSLAND_NETWORK_PORTS})
   */
  public Network(Path scripts, Path data, int firstPort) {
    this.scripts = scripts;
    this.data = data;
    this.firstPort = firstPort;
  }

  /** Where an office keeps its ledgers, keys, logs and its gateway's inbox. */
  public Path home(Office office) {
    return data.resolve(office.directory());
  }

  /** Where the network keeps its data. */
  public Path data() {
    return data;
  }

  /** A port of an office, by its place among the office's hundred. */
  public int port(Office office, int place) {
    return firstPort + office.ordinal() * OFFICE_PORTS + place;
  }

  /** Where an office's gateway answers clients. */
  public URI gateway(Office office) {
    return URI.create("http://127.0.0.1:" + port(office, GATEWAY_PORT));
  }

  /** Where an office's peer answers, {@code host:port}. */
  public String peer(Office office) {
    return "127.0.0.1:" + port(office, PEER_PORT);
  }

  /** Whether a node runs. */
  public boolean runs(Office office, Node node) {
    return process(office, node).isPresent();
  }

  /** The id of a node's process, when it runs. */
  public Optional<Long> processId(Office office, Node node) {
    return process(office, node).map(ProcessHandle::pid);
  }

  /** Ends a node's process at once ({@code kill -9}) and returns when it is gone. */
  public void kill(Office office, Node node) {
    ProcessHandle process =
        process(office, node)
            .orElseThrow(() -> new IllegalStateException(office + "'s " + node + " does not run"));
    process.destroyForcibly();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Starts a node and returns when it answers; nothing when it runs. */
  public void start(Office office, Node node) {
    script("nodes/" + node.script(), office.directory());
  }

  /**
   * Starts a node and waits so long for it to be ready; one that is not then is left as it is.
   *
   * @return whether it is ready
   */
  public boolean isReadyWithin(Duration most, Office office, Node node) {
    try {
      script(
          Map.of("START_SECONDS", Long.toString(most.toSeconds())),
          "nodes/" + node.script(),
          office.directory());
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /**
   * Starts a program of this kit in the place of an office's chaincode or gateway, with the same
   * surroundings. The scripts give Java these options first, and what follows them becomes the
   * program's arguments.
   *
   * @param program has a {@code main} that passes over arguments it does not know
   * @param options of Java, for instance system properties
   */
  public void startInstead(Office office, Node node, Class<?> program, String... options) {
    String java =
        "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %s -cp %s %s"
            .formatted(
                String.join(" ", options),
                System.getProperty("java.class.path"),
                program.getName());
    script(
        Map.of(node.name() + "_JAVA_OPTIONS", java), "nodes/" + node.script(), office.directory());
  }

  /** How long a node's log is by now, in bytes. */
  public long logLength(Office office, Node node) {
    return log(office, node).toFile().length();
  }

  /** What a node's log says beyond a length. */
  public String logSince(Office office, Node node, long length) {
    try (var channel = Files.newByteChannel(log(office, node))) {
      channel.position(length);
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log(Office office, Node node) {
    return home(office).resolve("log/" + pidFile(office, node).getFileName() + ".log");
  }

  /** Asks a node to end and returns when it has. */
  public void stop(Office office, Node node) {
    script("nodes/stop", office.directory(), pidFile(office, node).getFileName().toString());
  }

  /** Stops a node where it stands ({@code SIGSTOP}): it is there and does not answer. */
  public void freeze(Office office, Node node) {
    signal("STOP", office, node);
  }

  /** Lets a frozen node go on. */
  public void thaw(Office office, Node node) {
    signal("CONT", office, node);
  }

  private void signal(String name, Office office, Node node) {
    process(office, node)
        .ifPresent(process -> Commands.run("kill", "-" + name, Long.toString(process.pid())));
  }

  /** Thaws and starts whatever does not run. */
  public void mend() {
    for (Office office : Office.values()) {
      for (Node node : Node.values()) {
        thaw(office, node);
      }
    }
    for (Node node : Node.values()) {
      for (Office office : Office.values()) {
        start(office, node);
      }
    }
  }

  /** The office whose orderer leads, as an office's own orderer says. */
  public Office leader(Office asked) {
    String metrics = script("metrics", asked.directory(), "orderer");
    // The consenters are numbered from 1 in the order of the offices.
    return metrics
        .lines()
        .filter(line -> line.startsWith("consensus_smartbft_view_leader_id{"))
        .map(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .map(id -> Office.values()[id - 1])
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(asked + "'s orderer names no leader"));
  }

  private Path pidFile(Office office, Node node) {
    Path run = home(office).resolve("run");
    if (node != Node.CHAINCODE) {
      return run.resolve(node.script());
    }
    return run.resolve("chaincode-" + chaincodeLabel());
  }

  /** The label of the registry's chaincode that is in force. */
  public String chaincodeLabel() {
    return read(data.resolve("chaincode/registry.in-force")).strip();
  }

  /** The process, if it is the one that the scripts have started and not a later one of its id. */
  private Optional<ProcessHandle> process(Office office, Node node) {
    Path file = pidFile(office, node);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] written = read(file).split("\\s+");
    return ProcessHandle.of(Long.parseLong(written[0]))
        .filter(process -> startTicks(process.pid()).equals(Optional.of(written[1])));
  }

  /** When a process started, in ticks since the machine did; none once it has ended. */
  private static Optional<String> startTicks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return fields[0].equals("Z") ? Optional.empty() : Optional.of(fields[19]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs one of the network's scripts.
   *
   * @return what it printed
   * @throws IllegalStateException with what it printed, when it fails or does not end
   */
  public String script(String name, String... arguments) {
    return script(Map.of(), name, arguments);
  }

  private String script(Map<String, String> settings, String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of(scripts.resolve(name).toString()));
    command.addAll(Arrays.asList(arguments));
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("GRASSLAND_NETWORK_DATA", data.toString());
    environment.put("GRASSLAND_NETWORK_PORTS", Integer.toString(firstPort));
    return Commands.run(command, environment);
  }
}
