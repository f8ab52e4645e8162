// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an XLSX file (ECMA-376): XML in a ZIP. Nothing outside the file is ever opened, no
 * more is unpacked than the limits permit, and files with macros or passwords are refused.
 */
final class Workbook implements AutoCloseable {
  /** A workbook of ours has some 12. */
  static final int PARTS_MOST = 1_000;

  private static final byte[] OLE_HEADER = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] ZIP_HEADER = {'P', 'K'};

  private static final XMLInputFactory XML = factory();

  private final ZipFile zip;
  private final GuardedXml.Budget budget;

  private Workbook(ZipFile zip, Limits limits, Runnable watch) {
    this.zip = zip;
    this.budget = new GuardedXml.Budget(limits, watch);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Whether a file begins as a workbook does, of today or of old. */
  static boolean looksLike(Path file) throws IOException {
    byte[] beginning = beginning(file);
    return startsWith(beginning, ZIP_HEADER) || startsWith(beginning, OLE_HEADER);
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(OLE_HEADER.length);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] header) {
    return bytes.length >= header.length
        && Arrays.equals(bytes, 0, header.length, header, 0, header.length);
  }

  /**
   * Opens a file.
   *
   * @param watch called from time to time while parts are read; what it throws ends the reading
   */
  static Workbook open(Path file, Limits limits, Runnable watch) throws IOException {
    if (startsWith(beginning(file), OLE_HEADER)) {
      throw new FileProblem(SheetCode.OLD_OR_PROTECTED);
    }
    ZipFile zip = zip(file);
    Workbook workbook = new Workbook(zip, limits, watch);
    try {
      workbook.requireHarmless();
      return workbook;
    } catch (FileProblem problem) {
      zip.close();
      throw problem;
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | IllegalArgumentException e) {
      throw new FileProblem(SheetCode.NOT_A_SPREADSHEET, zh("不是 ZIP 文件").en("it is no ZIP file"));
    }
  }

  private void requireHarmless() {
    if (zip.size() > PARTS_MOST) {
      throw new FileProblem(
          SheetCode.NOT_A_SPREADSHEET, zh("文件有 %s 个部分").en("it has %s parts", zip.size()));
    }
    Enumeration<? extends ZipEntry> parts = zip.entries();
    while (parts.hasMoreElements()) {
      if (parts.nextElement().getName().endsWith("vbaProject.bin")) {
        throw new FileProblem(SheetCode.MACROS);
      }
    }
  }

  boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /** A part's XML. */
  XMLStreamReader xml(String part) throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new FileProblem(SheetCode.NOT_A_SPREADSHEET, zh("缺少 %s").en("there is no %s", part));
    }
    return new GuardedXml(
        XML.createXMLStreamReader(
            new Counted(zip.getInputStream(entry)), StandardCharsets.UTF_8.name()),
        budget);
  }

  /** Tells the budget what comes out of the ZIP. */
  private final class Counted extends FilterInputStream {
    private Counted(InputStream unpacked) {
      super(unpacked);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      budget.unpacked(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      budget.unpacked(Math.max(0, read));
      return read;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
