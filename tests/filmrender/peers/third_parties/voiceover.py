"""A scene that is spoken, by a service that needs no network: it hums."""

import wave
from pathlib import Path

import numpy as np
from manim import Circle, Create, FadeOut
from manim_voiceover import VoiceoverScene
from manim_voiceover.services.base import SpeechService


class Hums(SpeechService):
    def generate_from_text(self, text, cache_dir=None, path=None, **_):
        data = {"input_text": text, "service": "hums"}
        name = path or f"{self.get_audio_basename(data)}.wav"
        seconds = 0.3 * len(text.split())
        with wave.open(str(Path(cache_dir or self.cache_dir, name)), "wb") as file:
            file.setparams((1, 2, 22050, 0, "NONE", ""))
            tone = 9000 * np.sin(np.arange(int(22050 * seconds)) * 0.1)
            file.writeframes(tone.astype("<i2").tobytes())
        return {"input_text": text, "input_data": data, "original_audio": name}


class Spoken(VoiceoverScene):
    def construct(self):
        self.set_speech_service(Hums())
        circle = Circle()
        with self.voiceover("This circle grows as I speak") as tracker:
            self.play(Create(circle), run_time=tracker.duration)
        self.wait(0.2)
        with self.voiceover("Gone"):
            self.play(FadeOut(circle), run_time=0.2)
