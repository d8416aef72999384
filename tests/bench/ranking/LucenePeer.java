// The peer that ranking is compared with: Lucene 8, EnglishAnalyzer, BM25 with k1 1.2 and b 0.75,
// title and text in one field, every word of a topic optional.
//
// java -cp JARS LucenePeer.java DOCUMENTS.tsv TOPICS.tsv RUN [HITS]
// Documents are lines `id TAB title TAB text`, topics `id TAB text`; HITS is 1000 if not given.
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

public class LucenePeer {
    public static void main(String[] arguments) throws Exception {
        Analyzer analyzer = new EnglishAnalyzer();
        BM25Similarity similarity = new BM25Similarity(1.2f, 0.75f);
        ByteBuffersDirectory index = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
        try (IndexWriter writer = new IndexWriter(index, config)) {
            for (String line : Files.readAllLines(Path.of(arguments[0]))) {
                String[] cells = line.split("\t", 3);
                Document document = new Document();
                document.add(new StringField("id", cells[0], Field.Store.YES));
                document.add(new TextField("text", cells[1] + " " + cells[2], Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        int hits = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1000;
        try (DirectoryReader reader = DirectoryReader.open(index);
                PrintWriter run =
                        new PrintWriter(Files.newBufferedWriter(
                                Path.of(arguments[2]), StandardCharsets.UTF_8))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(similarity);
            for (String line : Files.readAllLines(Path.of(arguments[1]))) {
                String[] cells = line.split("\t", 2);
                Query query = new QueryBuilder(analyzer).createBooleanQuery("text", cells[1]);
                if (query == null) {
                    continue;
                }
                int rank = 0;
                for (ScoreDoc hit : searcher.search(query, hits).scoreDocs) {
                    run.printf(
                            Locale.ROOT,
                            "%s Q0 %s %d %.6f lucene%n",
                            cells[0],
                            searcher.doc(hit.doc).get("id"),
                            ++rank,
                            hit.score);
                }
            }
        }
    }
}
