// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.certificate;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.value.Detail;

/**
 * The certificate that a printed one has in it. A PDF is what whoever hands it on has made of it,
 * so it is read strictly: two people must not find two certificates in one file. It has exactly one
 * file in it, anywhere, which is called as certificates are and is the document's source.
 */
final class CertificateInPdf {
  /** The largest certificate, which is compressed, and a page. */
  static final int BYTES_MOST = 2 * RetirementCertificate.BYTES_MOST;

  private static final String BEGINNING = "%PDF-";
  private static final COSName ASSOCIATED = COSName.getPDFName("AF");
  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

  /** The library tells its log what it puts right in a broken file; here, nothing is. */
  private static final Logger LIBRARY = Logger.getLogger("org.apache.pdfbox");

  private CertificateInPdf() {}

  /** Why there is no certificate to be had from a PDF. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Detail detail;

    Refused(Detail detail) {
      super(detail.en());
      this.detail = detail;
    }

    Detail detail() {
      return detail;
    }
  }

  /** Whether a file says that it is a PDF. */
  static boolean isPdf(byte[] file) {
    for (int i = 0; i < BEGINNING.length(); i++) {
      if (i == file.length || file[i] != BEGINNING.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The certificate's bytes. */
  static byte[] of(byte[] pdf) throws Refused {
    LIBRARY.setLevel(Level.OFF);
    try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(pdf)).parse(false)) {
      require(!document.isEncrypted(), zh("文件已加密").en("it is encrypted"));
      return content(source(document.getDocument(), document.getDocumentCatalog().getCOSObject()));
    } catch (InvalidPasswordException e) {
      throw new Refused(zh("文件已加密").en("it is encrypted"));
    } catch (IOException | RuntimeException e) {
      throw new Refused(zh("文件已损坏").en("it is broken"));
    } catch (OutOfMemoryError | StackOverflowError e) {
      // What a file unpacks to, or how deep it is, the library does not bound; nothing else is
      // lost.
      throw new Refused(zh("文件展开后过大或嵌套过深").en("it unpacks to too much, or is too deep"));
    }
  }

  private static void require(boolean holds, Detail otherwise) throws Refused {
    if (!holds) {
      throw new Refused(otherwise);
    }
  }

  /** The one description of a file that there is, which the catalogue names as its source. */
  private static COSDictionary source(COSDocument document, COSDictionary catalogue)
      throws Refused {
    List<COSDictionary> descriptions = new ArrayList<>();
    int streams = 0;
    for (COSDictionary each : dictionaries(document)) {
      if (each.containsKey(COSName.EF)) {
        descriptions.add(each);
      }
      if (each instanceof COSStream && "EmbeddedFile".equals(each.getNameAsString(COSName.TYPE))) {
        streams++;
      }
    }
    require(!descriptions.isEmpty(), zh("没有附件").en("no file is attached to it"));
    require(
        descriptions.size() == 1 && streams <= 1,
        zh("有不止一个附件").en("more than one file is attached to it"));
    COSDictionary only = descriptions.get(0);
    require(
        RetirementCertificate.FILE.equals(only.getString(COSName.F))
            && RetirementCertificate.FILE.equals(only.getString(COSName.UF)),
        zh("附件不叫 %s").en("what is attached is not called %s", RetirementCertificate.FILE));
    COSArray associated = catalogue.getCOSArray(ASSOCIATED);
    require(
        associated != null
            && associated.size() == 1
            && associated.getObject(0) == only
            && "Source".equals(only.getNameAsString(RELATIONSHIP)),
        zh("附件不是该文档的源文件").en("what is attached is not the document's source"));
    return only;
  }

  /** Every dictionary of the document, whether anything leads to it or not. */
  private static Set<COSDictionary> dictionaries(COSDocument document) {
    Set<COSDictionary> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> left = new ArrayDeque<>();
    for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
      COSObject object = document.getObjectFromPool(key);
      if (object != null && object.getObject() != null) {
        left.push(object.getObject());
      }
    }
    while (!left.isEmpty()) {
      COSBase next = left.pop();
      if (next instanceof COSArray array) {
        array.forEach(each -> push(left, each));
      } else if (next instanceof COSDictionary dictionary && found.add(dictionary)) {
        dictionary.getValues().forEach(each -> push(left, each));
      }
    }
    return found;
  }

  /** What is an object of its own is looked at by itself. */
  private static void push(Deque<COSBase> left, COSBase each) {
    if (each instanceof COSArray || each instanceof COSDictionary) {
      left.push(each);
    }
  }

  private static byte[] content(COSDictionary description) throws IOException, Refused {
    COSDictionary files = description.getCOSDictionary(COSName.EF);
    COSStream file = files == null ? null : files.getCOSStream(COSName.F);
    require(
        file != null
            && files.getValues().stream()
                .map(each -> each instanceof COSObject object ? object.getObject() : each)
                .allMatch(each -> each == file),
        zh("附件有不止一种内容").en("what is attached has more than one content"));
    COSBase filter = file.getFilters();
    boolean plain = filter == null || filter instanceof COSArray none && none.size() == 0;
    require(
        plain
            || COSName.FLATE_DECODE.equals(filter) && !file.containsKey(COSName.DECODE_PARMS)
            || filter instanceof COSArray one
                && one.size() == 1
                && COSName.FLATE_DECODE.equals(one.getObject(0))
                && !file.containsKey(COSName.DECODE_PARMS),
        zh("附件的压缩方式不被接受").en("what is attached is packed in a way that is not read"));
    try (InputStream raw = file.createRawInputStream();
        InputStream unpacked = plain ? raw : new InflaterInputStream(raw)) {
      byte[] content = unpacked.readNBytes(RetirementCertificate.BYTES_MOST + 1);
      require(
          content.length <= RetirementCertificate.BYTES_MOST,
          zh("附件过大").en("what is attached is too large"));
      return content;
    }
  }
}
