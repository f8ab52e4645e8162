// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone.browser;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.network.standalone.RunningProduct;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;

/** A browser, and what tests do with it: in the words of who uses pages. */
final class Browser implements AutoCloseable {
  static final int WIDE = 1280;

  /** The narrowest screen on which everything can be read without scrolling sideways. */
  static final int NARROW = 320;

  /** A name by which browsers do not know this machine for their own. */
  static final String ELSEWHERE = "registry.example";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final String AXE = resource("/axe.min.js");

  private final ChromeDriverService service;
  private final RemoteWebDriver driver;
  private final RunningProduct product;
  private final HttpClient client = HttpClient.newHttpClient();

  private Browser(ChromeDriverService service, RemoteWebDriver driver, RunningProduct product) {
    this.service = service;
    this.driver = driver;
    this.product = product;
  }

  static Browser start(Path program, Path driver, RunningProduct product) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--accept-lang=zh-CN",
        "--host-resolver-rules=MAP " + ELSEWHERE + " 127.0.0.1",
        "--hide-scrollbars");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .usingAnyFreePort()
            .build();
    try {
      service.start();
      RemoteWebDriver remote = new RemoteWebDriver(service.getUrl(), options);
      remote.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
      return new Browser(service, remote, product);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream file = AxeBuilder.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunningProduct product() {
    return product;
  }

  RemoteWebDriver driver() {
    return driver;
  }

  /** As a browser that nobody has used, on a wide screen by day. */
  void forgetEverything() {
    command(
        "Storage.clearDataForOrigin", Map.of("origin", product.origin(), "storageTypes", "all"));
    width(WIDE);
    scheme("light");
    driver.get("about:blank");
    complaints();
  }

  /** A command of the browser's own protocol, which its driver passes on. */
  JsonNode command(String name, Map<String, Object> parameters) {
    byte[] body = Codec.write(Map.of("cmd", name, "params", parameters));
    URI address =
        URI.create(service.getUrl() + "/session/" + driver.getSessionId() + "/goog/cdp/execute");
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(name + ": " + answer.body());
      }
      return Codec.read(answer.body(), JsonNode.class).path("value");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void width(int pixels) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** By day or by night. */
  void scheme(String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Opens a page and waits until it is there. */
  Browser open(String address) {
    driver.get(product.origin() + address);
    arrive();
    return this;
  }

  /** Opens a page in a language. */
  Browser open(String address, String language) {
    driver.get(product.origin() + "/web/pages.json");
    run("localStorage.setItem('language', arguments[0])", language);
    return open(address);
  }

  /** Waits until the page at the present address has been drawn. */
  void arrive() {
    until(
        "return !!document.querySelector('main h1, main .problem') && !document.querySelector('main[aria-busy]')");
  }

  /** Waits until a script says that something is so. */
  void until(String script, Object... arguments) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .withMessage(script)
        .until(any -> Boolean.TRUE.equals(driver.executeScript(script, arguments)));
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  List<String> texts(String selector) {
    return all(selector).stream().map(WebElement::getText).toList();
  }

  /** Follows a link, or presses a button, with this text. */
  void press(String text) {
    WebElement found =
        driver.findElements(By.cssSelector("a, button, summary")).stream()
            .filter(each -> each.getText().equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing to press says " + text));
    run("arguments[0].scrollIntoView({block: 'center'})", found);
    found.click();
  }

  String heading() {
    return one("main h1").getText();
  }

  /** The address of the page, without the host. */
  String address() {
    return driver.getCurrentUrl().substring(product.origin().length());
  }

  /** What the accessibility rules of axe-core find wrong in the page, a line each. */
  @SuppressWarnings("unchecked")
  List<String> violations() {
    driver.executeScript(AXE + ";window.axe = axe");
    return (List<String>)
        driver.executeAsyncScript(
            "const done = arguments[0];"
                + "axe.run(document, {resultTypes: ['violations']}).then(found => done("
                + "found.violations.flatMap(each => each.nodes.map("
                + "node => each.id + ': ' + node.html.slice(0, 200)))), e => done([String(e)]))");
  }

  /** What the browser has written to its console since it was last asked, but for information. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(each -> each.getLevel().intValue() >= Level.WARNING.intValue())
        .map(each -> each.getLevel() + " " + each.getMessage())
        .toList();
  }

  /** Whether the page is wider than the screen. */
  boolean scrollsSideways() {
    return (Boolean)
        run("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Keeps a picture of the whole page for whoever looks at the results. */
  void picture(String name) {
    Number height = (Number) run("return document.documentElement.scrollHeight");
    Number width = (Number) run("return document.documentElement.clientWidth");
    JsonNode taken =
        command(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
    keep(name + ".png", taken.required("data").asString());
  }

  /** Keeps the page as it is printed on A4; how many sheets it takes is in the file. */
  byte[] print(String name) {
    String printed =
        command("Page.printToPDF", Map.of("preferCSSPageSize", true)).required("data").asString();
    keep(name + ".pdf", printed);
    return Base64.getDecoder().decode(printed);
  }

  private static void keep(String file, String base64) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(file), Base64.getDecoder().decode(base64));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
    service.stop();
  }
}
