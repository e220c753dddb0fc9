package dev.assay.scoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = LanguageDetector.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|A good teacher explains difficult ideas with simple pictures and lots of patience.",
                "es|Un buen profesor explica las ideas difíciles con imágenes sencillas y mucha paciencia.",
                "pt|Um bom professor explica as ideias difíceis com imagens simples e muita paciência.",
                "fr|Un bon professeur explique les idées difficiles avec des images simples et beaucoup de patience.",
                "de|Ein guter Lehrer erklärt schwierige Gedanken mit einfachen Bildern und viel Geduld.",
                "it|Un buon insegnante spiega le idee difficili con immagini semplici e molta pazienza.",
                "nl|Een goede leraar legt moeilijke ideeën uit met eenvoudige beelden en veel geduld.",
                "sv|En bra lärare förklarar svåra tankar med enkla bilder och mycket tålamod.",
                "pl|Dobry nauczyciel wyjaśnia trudne myśli prostymi obrazami i z dużą cierpliwością.",
                "fi|Hyvä opettaja selittää vaikeat ajatukset yksinkertaisilla kuvilla ja suurella kärsivällisyydellä.",
                "vi|Một giáo viên giỏi giải thích những ý tưởng khó bằng hình ảnh đơn giản và rất kiên nhẫn.",
                "sw|Mwalimu mzuri anaeleza mawazo magumu kwa picha rahisi na uvumilivu mwingi.",
                "tr|İyi bir öğretmen zor düşünceleri basit resimlerle ve büyük bir sabırla anlatır.",
                "ru|Хороший учитель объясняет трудные мысли простыми картинками и с большим терпением.",
                "uk|Добрий учитель пояснює складні думки простими малюнками та з великим терпінням.",
                "bg|Добрият учител обяснява трудните мисли с прости картини и много търпение.",
                "ar|المعلم الجيد يشرح الأفكار الصعبة بصور بسيطة وبكثير من الصبر.",
                "fa|یک معلم خوب فکرهای دشوار را با تصویرهای ساده و صبر زیاد توضیح می‌دهد.",
                "ur|ایک اچھا استاد مشکل خیالات کو سادہ تصویروں اور بہت صبر سے سمجھاتا ہے۔",
                "hi|एक अच्छा शिक्षक कठिन विचारों को सरल चित्रों और बहुत धैर्य से समझाता है।",
                "mr|चांगला शिक्षक अवघड विचार सोप्या चित्रांनी आणि खूप संयमाने समजावून सांगतो.",
                "ne|राम्रो शिक्षकले गाह्रो विचारहरू सरल चित्र र धेरै धैर्यले बुझाउनुहुन्छ।",
                "ja|良い先生は難しい考えを簡単な絵で説明します。",
                "zh-cn|好老师用简单的图画解释困难的想法。",
                "zh-tw|好老師會用簡單的圖畫來說明困難的想法。",
                "ko|좋은 선생님은 어려운 생각을 쉬운 그림으로 설명합니다.",
                "th|ครูที่ดีอธิบายความคิดที่ยากด้วยภาพง่าย",
                "bn|ভালো শিক্ষক কঠিন ধারণা সহজ ছবি দিয়ে বোঝান।",
                "ta|நல்ல ஆசிரியர் கடினமான கருத்துகளை எளிய படங்களால் விளக்குகிறார்.",
                "te|మంచి గురువు కష్టమైన ఆలోచనలను సులభంగా వివరిస్తారు.",
                "kn|ಒಳ್ಳೆಯ ಶಿಕ್ಷಕರು ಕಷ್ಟದ ವಿಚಾರಗಳನ್ನು ಸರಳವಾಗಿ ವಿವರಿಸುತ್ತಾರೆ.",
                "gu|સારા શિક્ષક અઘરા વિચારો સરળ ચિત્રોથી સમજાવે છે.",
                "pa|ਚੰਗਾ ਅਧਿਆਪਕ ਔਖੇ ਵਿਚਾਰ ਸੌਖੀਆਂ ਤਸਵੀਰਾਂ ਨਾਲ ਸਮਝਾਉਂਦਾ ਹੈ।",
                "ml|നല്ല അധ്യാപകൻ ബുദ്ധിമുട്ടുള്ള ആശയങ്ങൾ ലളിതമായി വിശദീകരിക്കുന്നു.",
                "he|מורה טוב מסביר רעיונות קשים בתמונות פשוטות.",
                "el|Ο καλός δάσκαλος εξηγεί δύσκολες ιδέες με απλές εικόνες."
            })
    void a_sentence_is_enough_to_tell_the_language(String language, String sentence) {
        // When
        Optional<String> detected = detector.detect(sentence);

        // Then
        assertThat(detected).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "12345", "!!!", "🎉 42", "https://example.org/a?b=c", "Ընկեր"})
    void text_without_letters_of_a_known_writing_has_no_language(String text) {
        // When
        Optional<String> detected = detector.detect(text);

        // Then
        assertThat(detected).isEmpty();
    }

    @Test
    void capitals_make_no_difference() {
        // When
        Optional<String> detected = detector.detect("DIES IST EIN DEUTSCHER SATZ ÜBER DAS WETTER.");

        // Then
        assertThat(detected).contains("de");
        assertThat(detector.detect("THIS IS A SENTENCE ABOUT THE WEATHER.")).contains("en");
    }

    @Test
    void some_foreign_words_do_not_change_the_language_of_a_text() {
        // When
        Optional<String> detected = detector.detect("Мой ноутбук называется Notebook, и я его люблю уже много лет.");

        // Then
        assertThat(detected).contains("ru");
        assertThat(detector.detect("The French say bonjour and merci when they come into a shop."))
                .contains("en");
    }

    @Property
    void any_text_can_be_asked_about(@ForAll String text) {
        // When
        Optional<String> detected = detector.detect(text);

        // Then
        assertThat(detected).isEqualTo(detector.detect(text));
    }
}
