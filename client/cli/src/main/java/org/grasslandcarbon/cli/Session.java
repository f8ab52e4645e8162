// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Progress;
import org.grasslandcarbon.cli.console.RecordLines;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.Documents;
import org.grasslandcarbon.client.Events;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.Outbox;
import org.grasslandcarbon.client.PrivateReads;
import org.grasslandcarbon.client.PublicReads;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RetryRules;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.client.Webhooks;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/** One run of a command: its settings, the way to the registry, the key, the output. */
public final class Session {
  /** Longer than any queue of a healthy gateway; whoever waits longer resumes later. */
  static final int TIMEOUT_SECONDS_MOST = 3600;

  /** The arguments of a report with all data that the ledger takes, written for people. */
  private static final int FILE_BYTES_MOST = 4 * 1024 * 1024;

  private final Terminal terminal;
  private final Settings settings;
  private final ExampleKeys exampleKeys;
  private InstructionSigner signer;
  private RegistryClient client;

  /**
   * What the options say; absent ones are null or empty.
   *
   * @param gateways addresses in order of preference
   * @param key key file
   * @param as name of an example key
   * @param passphraseFile where the passphrase is
   * @param audience name of the gateway in tokens; the gateway is asked where it is absent
   * @param json whether programs read the output
   * @param language how people are spoken to
   * @param timeout longest wait for an outcome
   */
  record Settings(
      List<URI> gateways,
      Path key,
      String as,
      Path passphraseFile,
      String audience,
      boolean json,
      Language language,
      Duration timeout) {}

  Session(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.settings = settings;
    this.exampleKeys = new ExampleKeys(terminal);
  }

  public Terminal terminal() {
    return terminal;
  }

  public Language language() {
    return settings.language;
  }

  public boolean isForPrograms() {
    return settings.json;
  }

  public Duration timeout() {
    return settings.timeout;
  }

  public ExampleKeys exampleKeys() {
    return exampleKeys;
  }

  /** The gateways to use, in order of preference. */
  public List<URI> gateways() {
    if (!settings.gateways.isEmpty()) {
      return settings.gateways;
    }
    String addresses = terminal.variable("GRASSLAND_GATEWAY").orElse("http://localhost:8080");
    try {
      return Arrays.stream(addresses.strip().split("[\\s,]+")).map(URI::create).toList();
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "GRASSLAND_GATEWAY 不是网址：" + addresses,
          "GRASSLAND_GATEWAY is not an address: " + addresses);
    }
  }

  /** The way to the registry; retries are told to whoever watches. */
  public RegistryClient client() {
    if (client == null) {
      client = connect();
    }
    return client;
  }

  private RegistryClient connect() {
    try {
      return new RegistryClient(gateways(), RetryRules.USUAL, this::showRetry);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "网关地址有误：" + gateways() + "；应如 http://host:port 或 https://host:port。",
          "The address of a gateway is not right: "
              + gateways()
              + "; it is like http://host:port or https://host:port.");
    }
  }

  private void showRetry(RegistryClient.Retry retry) {
    if (terminal.interactive() && !isForPrograms()) {
      hint(
          retry.gateway() + "：" + retry.reason() + "；重试中",
          retry.gateway() + ": " + retry.reason() + "; trying again");
    }
  }

  public PublicReads publicReads() {
    return client().publicReads();
  }

  public PrivateReads privateReads() {
    return privateReads(signer());
  }

  /** What a participant with another key than that of the options may read. */
  public PrivateReads privateReads(InstructionSigner other) {
    return client().privateReads(other, Optional.ofNullable(settings.audience));
  }

  /**
   * What may be read of a view: with the key where fewer than everybody may see it, and where
   * somebody who has given one sees more.
   */
  public Reads reads(View view) {
    Visibility visibility = view.visibility();
    boolean seesMore = !visibility.narrower().isEmpty() && keyFile().isPresent();
    return visibility.isPublic() && !seesMore ? publicReads() : privateReads();
  }

  /**
   * Files of documents: with the key where one is given, since whoever shows one sees more.
   *
   * @param needsKey whether nothing can be done without
   */
  public Documents documents(boolean needsKey) {
    return needsKey || keyFile().isPresent()
        ? client().documents(signer(), Optional.ofNullable(settings.audience))
        : client().documents();
  }

  /**
   * What happens: with the key where one is given, since whoever shows one hears more.
   *
   * @param needsKey whether nothing can be heard without
   */
  public Events events(boolean needsKey) {
    return needsKey || keyFile().isPresent()
        ? client().events(signer(), Optional.ofNullable(settings.audience))
        : client().events();
  }

  /** The participant's subscriptions, at the first gateway. */
  public Webhooks webhooks() {
    return client().webhooks(signer(), Optional.ofNullable(settings.audience));
  }

  /** Instructions whose outcome is not known, of all runs of this user. */
  public Outbox outbox() {
    return new Outbox(
        terminal
            .variable("GRASSLAND_OUTBOX")
            .map(terminal::path)
            .orElse(terminal.home().resolve(".grassland").resolve("outbox")));
  }

  /** The key to sign with. */
  public InstructionSigner signer() {
    if (signer == null) {
      KeyFile file =
          keyFile()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "需要密钥：请给出 --key 文件、GRASSLAND_KEY，或用 --as 选用示例密钥。",
                          "A key is needed: give --key FILE, GRASSLAND_KEY, or --as NAME for an"
                              + " example key."));
      if (file.isExample() && !isForPrograms()) {
        hint("使用示例密钥：" + file.label(), "Signing with an example key: " + file.label());
      }
      signer = file.signer(unlock(file), Clock.systemUTC());
    }
    return signer;
  }

  /** The key file that the options name. */
  public Optional<KeyFile> keyFile() {
    if (settings.as != null && settings.key != null) {
      throw new UsageException("--as 与 --key 只能用一个。", "Give either --as or --key, not both.");
    }
    if (settings.as != null) {
      return Optional.of(exampleKeys.read(settings.as));
    }
    return Optional.ofNullable(settings.key)
        .map(path -> terminal.path(path.toString()))
        .or(() -> terminal.variable("GRASSLAND_KEY").map(terminal::path))
        .map(KeyFile::read);
  }

  /** The key of a file; a passphrase is asked for when it needs one. */
  public SigningKey unlock(KeyFile file) {
    if (!file.isEncrypted()) {
      return file.unlock();
    }
    char[] passphrase = passphrase(file.label());
    try {
      return file.unlock(passphrase);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  /** The passphrase, from the file, the environment or the person. */
  public char[] passphrase(String label) {
    if (settings.passphraseFile != null) {
      return read(settings.passphraseFile).stripTrailing().toCharArray();
    }
    return terminal
        .variable("GRASSLAND_PASSPHRASE")
        .map(String::toCharArray)
        .or(
            () ->
                terminal
                    .keyboard()
                    .secret(
                        settings.language.of("口令", "Passphrase")
                            + " ("
                            + Text.printable(label)
                            + ")"))
        .orElseThrow(
            () ->
                new UsageException(
                    "需要口令：请给出 --passphrase-file 或 GRASSLAND_PASSPHRASE。",
                    "A passphrase is needed: give --passphrase-file or GRASSLAND_PASSPHRASE."));
  }

  /** A text file that the command line names; {@code -} is standard input. */
  public String read(Path file) {
    return new String(read(file, FILE_BYTES_MOST), StandardCharsets.UTF_8);
  }

  /** A file that the command line names, of at most so many bytes. */
  public byte[] read(Path file, int most) {
    try {
      byte[] bytes =
          file.toString().equals("-")
              ? terminal.in().readNBytes(most + 1)
              : readLimited(terminal.path(file.toString()), most);
      if (bytes.length > most) {
        int mebibytes = most / (1024 * 1024);
        throw new UsageException(
            file + " 超过 " + mebibytes + " MiB。", file + " is larger than " + mebibytes + " MiB.");
      }
      return bytes;
    } catch (IOException e) {
      throw Failures.unreadable(file, e);
    }
  }

  private static byte[] readLimited(Path file, int most) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(most + 1);
    }
  }

  /** Does something while telling a waiting person what it is. */
  public Progress progress() {
    return new Progress(terminal.err(), terminal.interactive());
  }

  /** A line for people, as part of the result. */
  public void say(String zh, String en) {
    line(settings.language.of(zh, en));
  }

  /** A line for people that is not part of the result. */
  public void hint(String zh, String en) {
    terminal.err().println(Text.printable(settings.language.of(zh, en)));
  }

  /**
   * A line of the result. What others wrote cannot make two of it, the second as if it was ours.
   */
  public void line(String text) {
    terminal.out().println(Text.printable(text));
  }

  /** A list as CSV. */
  public void csv(String text) {
    terminal.out().print(Text.printableCsv(text));
    terminal.out().flush();
  }

  /** A text that programs take as it stands, without the end of a line. */
  public void exactly(String text) {
    terminal.out().print(Text.printable(text));
    terminal.out().flush();
  }

  /** JSON as it is written. */
  public void json(String text) {
    terminal.out().println(Text.printableJson(text));
  }

  /** The one document that programs read. */
  public void document(Object value) {
    json(Codec.text(value));
  }

  /** A document: for programs as it is, for people as labelled lines. */
  public void show(JsonNode document) {
    if (isForPrograms()) {
      document(document);
    } else {
      RecordLines.of(document, language()).forEach(this::line);
    }
  }

  /** Rows of a list. */
  public <T> void table(Table<T> table, List<T> rows) {
    table.lines(rows, language()).forEach(this::line);
  }
}
